\set s random(1, 5000)
\set v :v + 1
insert into log.events (stream_id, stream_version, event_id, command_id, command_index, type, schema_version, data, metadata, recorded_at, hash, partition, transaction_id)
values ('case-' || :run || '-' || :client_id || '-' || :s, :v, gen_random_uuid(), gen_random_uuid(), 0, 'ResponseAssessed', 1, :data, :metadata, clock_timestamp(), '\x0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', mod((:s)::integer, 8), pg_current_xact_id());
