-- Reads on in a user's stream.
-- ARGV[2] the reader's epoch, [3] its offset, [4] frames at most, [5] how long the epoch is kept, ms
-- Returns {epoch, current offset, {offset of the first frame, frames…}}; no frames where the epoch
-- is another or there is nothing after the offset.
redis.call('PEXPIRE', KEYS[2], ARGV[5])
local found = {}
if ARGV[2] == epoch then
  local entries = redis.call('XRANGE', KEYS[3], '(' .. ARGV[3] .. '-0', '+', 'COUNT', ARGV[4])
  for i, entry in ipairs(entries) do
    if i == 1 then
      found[1] = string.match(entry[1], '^%d+')
    end
    found[i + 1] = entry[2][2]
  end
end
return {epoch, redis.call('HGET', KEYS[2], 'offset'), found}
