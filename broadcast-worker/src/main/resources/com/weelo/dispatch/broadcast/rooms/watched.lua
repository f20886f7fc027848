-- Shared beginning of the room scripts: keeps the index of watched drivers true to the room.
--
-- parties (hash): role → user. Roles that begin with 'driver' name those at the wheel. An empty user
-- says that nobody has the role any more; it stays, so that an older event which comes later can
-- not bring it back. Fields beginning with '#' are about the room itself.
-- members (set): who watches the room. watched (hash): driver → room.
-- KEYS[1] parties, KEYS[2] members, KEYS[3] watched; ARGV[2] the room
local function drivers()
  local found = {}
  local parties = redis.call('HGETALL', KEYS[1])
  for i = 1, #parties, 2 do
    if string.sub(parties[i], 1, 6) == 'driver' and parties[i + 1] ~= '' then
      found[#found + 1] = parties[i + 1]
    end
  end
  return found
end

local function unwatch()
  for _, driver in ipairs(drivers()) do
    if redis.call('HGET', KEYS[3], driver) == ARGV[2] then
      redis.call('HDEL', KEYS[3], driver)
    end
  end
end

-- A room is watched while it has members and its job goes on.
local function watch()
  if redis.call('HEXISTS', KEYS[1], '#ended') == 0 and redis.call('EXISTS', KEYS[2]) == 1 then
    for _, driver in ipairs(drivers()) do
      redis.call('HSET', KEYS[3], driver, ARGV[2])
    end
  end
end
