-- Shared beginning of the stream scripts.
--
-- A user's stream is a counter with an epoch (position, a hash) and the latest frames (stream, with
-- the offset as entry id). An epoch ends where its counter could no longer be trusted: when it has
-- expired, and whenever Redis has started anew, since a Redis that was restored from disk or from a
-- replica may have gone back behind offsets that were already given away.
--
-- That Redis has started anew shows in that it does not know this script: then it is called with
-- ARGV[1] = 'new', and asks for the id of the running server.
-- KEYS[1] run, KEYS[2] position, KEYS[3] stream
local run = ARGV[1] ~= 'new' and redis.call('GET', KEYS[1])
if not run then
  run = string.sub(string.match(redis.call('INFO', 'server'), 'run_id:(%w+)'), 1, 12)
  redis.call('SET', KEYS[1], run)
end
local epoch = redis.call('HGET', KEYS[2], 'epoch')
if not epoch or string.sub(epoch, 1, 12) ~= run then
  local now = redis.call('TIME')
  epoch = run .. '-' .. now[1] .. string.format('%06d', now[2])
  redis.call('DEL', KEYS[2], KEYS[3])
  redis.call('HSET', KEYS[2], 'epoch', epoch, 'offset', 0)
end
