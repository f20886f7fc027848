-- A user no longer watches a room. ARGV[3] the user
unwatch()
redis.call('SREM', KEYS[2], ARGV[3])
watch()
return 1
