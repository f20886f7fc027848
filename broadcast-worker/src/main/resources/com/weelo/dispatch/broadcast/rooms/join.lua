-- A user watches a room from now on. ARGV[3] the user, [4] for how long at most, in ms
redis.call('SADD', KEYS[2], ARGV[3])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
watch()
return 1
