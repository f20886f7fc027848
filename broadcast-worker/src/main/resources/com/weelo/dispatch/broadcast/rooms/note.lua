-- Notes what an event says about a room's parties. Notes may come twice and in any order.
-- ARGV[3] how long the room is kept, [4] how long once its job has ended, in ms, [5] the version at
-- which offers became void, or '', [6] '1' where its job has ended, [7] the kind of truck whose
-- offers it is about, or '' for all, [8..] role, user, …
-- Returns {the version at which those offers became void or '0', members…}.
local function since(field)
  return tonumber(redis.call('HGET', KEYS[1], field) or '0')
end

unwatch()
for i = 8, #ARGV, 2 do
  if redis.call('HGET', KEYS[1], ARGV[i]) ~= '' then
    redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
  end
end
if ARGV[6] == '1' then
  redis.call('HSET', KEYS[1], '#ended', '1')
end
local offers = ARGV[7] == '' and '#void' or '#void:' .. ARGV[7]
if ARGV[5] ~= '' and tonumber(ARGV[5]) > since(offers) then
  redis.call('HSET', KEYS[1], offers, ARGV[5])
end
local ended = redis.call('HEXISTS', KEYS[1], '#ended') == 1
redis.call('PEXPIRE', KEYS[1], ended and ARGV[4] or ARGV[3])
if ended then
  redis.call('PEXPIRE', KEYS[2], ARGV[4], 'LT')
end
watch()
local answer = redis.call('SMEMBERS', KEYS[2])
table.insert(answer, 1, string.format('%d', math.max(since('#void'), since(offers))))
return answer
