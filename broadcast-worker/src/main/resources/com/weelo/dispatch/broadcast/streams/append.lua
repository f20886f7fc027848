-- Puts a frame at the end of a user's stream and tells the nodes, unless the user has it already.
-- KEYS[4] what the user was told, KEYS[5] the user's channel
-- ARGV[2] identity, [3] head, [4] tail, [5] what nodes are told beside the frame, [6] length,
-- [7] how long frames, [8] the epoch, [9] identities are kept, in ms
-- Returns the frame's offset, or 0 where it was there already.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if redis.call('ZADD', KEYS[4], 'NX', now, ARGV[2]) == 0 then
  return 0
end
redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', now - ARGV[9])
redis.call('PEXPIRE', KEYS[4], ARGV[9])
local offset = redis.call('HINCRBY', KEYS[2], 'offset', 1)
redis.call('PEXPIRE', KEYS[2], ARGV[8])
local frame = ARGV[3] .. offset .. ARGV[4]
redis.call('XADD', KEYS[3], 'MAXLEN', '~', ARGV[6], offset .. '-0', 'f', frame)
redis.call('PEXPIRE', KEYS[3], ARGV[7])
redis.call('PUBLISH', KEYS[5], 'S ' .. epoch .. ' ' .. offset .. ' ' .. ARGV[5] .. '\n' .. frame)
return offset
