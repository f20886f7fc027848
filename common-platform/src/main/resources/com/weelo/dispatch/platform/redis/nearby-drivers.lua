-- Free drivers within a circle, nearest first.
-- KEYS[1] seen, KEYS[2] transporters, KEYS[3..] the sets that the circle touches
-- ARGV longitude, latitude, radius in metres, limit, oldest sign of life in ms
-- Returns {driver, transporter, metres, longitude, latitude, seen ms} for each.
local limit = tonumber(ARGV[4])
local oldest = tonumber(ARGV[5])
local found = {}
for k = 3, #KEYS do
  -- Some more than asked for, since the stale among them are left out.
  local hits = redis.call('GEOSEARCH', KEYS[k], 'FROMLONLAT', ARGV[1], ARGV[2],
    'BYRADIUS', ARGV[3], 'm', 'ASC', 'COUNT', limit + 20, 'WITHCOORD', 'WITHDIST')
  for _, hit in ipairs(hits) do
    found[#found + 1] = hit
  end
end
if #KEYS > 3 then
  table.sort(found, function(a, b) return tonumber(a[2]) < tonumber(b[2]) end)
end
local answer = {}
for _, hit in ipairs(found) do
  if #answer == limit then break end
  local seen = redis.call('ZSCORE', KEYS[1], hit[1])
  local transporter = redis.call('HGET', KEYS[2], hit[1])
  if seen and transporter and tonumber(seen) >= oldest then
    answer[#answer + 1] = {hit[1], transporter, hit[2], hit[3][1], hit[3][2], seen}
  end
end
return answer
