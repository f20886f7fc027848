-- Forgets drivers who have not been seen for too long.
-- KEYS[1] versions, KEYS[2] seen, KEYS[3] transporters, KEYS[4] whereabouts
-- ARGV[1] oldest millisecond to keep, ARGV[2] at most so many
-- Returns how many were forgotten.
local stale = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', '(' .. ARGV[1], 'LIMIT', 0, ARGV[2])
if #stale == 0 then
  return 0
end
for n, set in ipairs(redis.call('HMGET', KEYS[4], unpack(stale))) do
  if set then
    redis.call('ZREM', set, stale[n])
  end
end
redis.call('ZREM', KEYS[2], unpack(stale))
for _, hash in ipairs({KEYS[1], KEYS[3], KEYS[4]}) do
  redis.call('HDEL', hash, unpack(stale))
end
return #stale
