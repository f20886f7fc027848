-- Brings drivers up to date in the geo index, unless Redis knows a newer state of theirs.
-- KEYS[1] versions, KEYS[2] seen, KEYS[3] transporters, KEYS[4] whereabouts
-- ARGV for each driver: id, version, set it belongs into ('' for none), longitude, latitude,
--   transporter, millisecond it was seen
-- Returns how many were brought up to date.
local FIELDS = 7
local drivers = {}
for i = 1, #ARGV, FIELDS do
  drivers[#drivers + 1] = ARGV[i]
end
local versions = redis.call('HMGET', KEYS[1], unpack(drivers))
local whereabouts = redis.call('HMGET', KEYS[4], unpack(drivers))

-- Collected first, since one command for many members costs little more than one for one.
local newVersions, seen, transporters, placed, unplaced = {}, {}, {}, {}, {}
local joining, leaving = {}, {}

local function append(list, ...)
  for _, value in ipairs({...}) do
    list[#list + 1] = value
  end
end

local function under(map, key)
  map[key] = map[key] or {}
  return map[key]
end

for n, driver in ipairs(drivers) do
  local at = (n - 1) * FIELDS
  local version, set = ARGV[at + 2], ARGV[at + 3]
  if not versions[n] or tonumber(version) > tonumber(versions[n]) then
    append(newVersions, driver, version)
    append(seen, ARGV[at + 7], driver)
    append(transporters, driver, ARGV[at + 6])
    if whereabouts[n] and whereabouts[n] ~= set then
      append(under(leaving, whereabouts[n]), driver)
    end
    if set ~= '' then
      append(under(joining, set), ARGV[at + 4], ARGV[at + 5], driver)
      append(placed, driver, set)
    elseif whereabouts[n] then
      append(unplaced, driver)
    end
  end
end

if #newVersions == 0 then
  return 0
end
for set, members in pairs(leaving) do
  redis.call('ZREM', set, unpack(members))
end
for set, members in pairs(joining) do
  redis.call('GEOADD', set, unpack(members))
end
redis.call('HSET', KEYS[1], unpack(newVersions))
redis.call('ZADD', KEYS[2], unpack(seen))
redis.call('HSET', KEYS[3], unpack(transporters))
if #placed > 0 then
  redis.call('HSET', KEYS[4], unpack(placed))
end
if #unplaced > 0 then
  redis.call('HDEL', KEYS[4], unpack(unplaced))
end
return #newVersions / 2
