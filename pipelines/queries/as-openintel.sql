-- The observations with the column names of OpenINTEL's data dictionary (https://openintel.nl/background/dictionary): one row per
-- resource record, and one for a question without any.
-- Run in a run's folder: duckdb < pipelines/queries/as-openintel.sql
--
-- What differs from OpenINTEL's own data, and is not to be taken for it:
-- * status_code: TIMEOUT, TCP_FAILED, NETWORK_ERROR, MALFORMED and CNAME_LOOP are all 65535, its code for no answer; ours, with
--   NODATA apart from NOERROR, is the last column, our_status. A question that was never sent (NOT_ASKED) has no row.
-- * Names end in a dot, as theirs, but are in lower case. worker_id is our resolver, address and port, where theirs is a number.
-- * A CNAME that was followed has a row of its own, without response_ttl, which is not kept.
-- * txt_text has the strings of a record joined, with escapes of quotes and backslashes undone; other bytes stay \DDD.
-- * as, as_full and ip_prefix are there for IPv4 addresses whose origin was asked about; an address of several origins has the
--   first in as. country is null: the registers of networks do not tell where a server stands.
-- * spf_text (their type SPF, 99), dname_name and extended_error are null: we do not ask for them. section is null, for we keep
--   answers alone. The columns of DNSSEC records (ds_*, dnskey_*, cds_*, cdnskey_*, rrsig_*, nsec_*, nsec3_*, nsec3param_*)
--   are left out: we ask for none. SRV records have the common columns only, as OpenINTEL has none for them.
CREATE OR REPLACE TEMP MACRO dotted(name) AS CASE WHEN right(name, 1) = '.' THEN name ELSE name || '.' END;

CREATE OR REPLACE TEMP VIEW openintel AS
WITH answers AS (
  SELECT domain, unnest(answers, max_depth := 1) AS answer FROM 'observations/*.parquet'
), asked AS (
  SELECT domain, unnest(answer), row_number() OVER () AS number FROM answers
), origins AS (
  -- 7.2.0.192.origin.asn.cymru.com: "64500 | 192.0.2.0/24 | NL | ripencc | 2000-01-01"
  SELECT DISTINCT ON (domain, ip)
    domain,
    array_to_string(list_reverse(string_split(regexp_extract(name, '^((?:[0-9]+\.){3}[0-9]+)\.origin\.', 1), '.')), '.') AS ip,
    trim(string_split(trim(records[1].data, '"'), '|')[1]) AS numbers,
    trim(string_split(trim(records[1].data, '"'), '|')[2]) AS prefix
  FROM asked
  WHERE question = 'origin' AND len(records) > 0
  ORDER BY domain, ip, numbers, prefix
), rows AS (
  SELECT *, unnest(CASE
    WHEN len(records) + len(chain) = 0 THEN [{type: NULL, name: NULL, ttl: NULL, data: NULL}]
    ELSE list_transform(range(1, len(chain) + 1), i -> {
        type: 'CNAME', name: CASE WHEN i = 1 THEN name ELSE chain[i - 1] END, ttl: NULL::BIGINT, data: chain[i]
      }) || list_transform(records, one -> {type: one.type, name: one.name, ttl: one.ttl, data: one.data})
  END) AS record
  FROM asked
  WHERE status <> 'NOT_ASKED'
), parts AS (
  SELECT *, record.type AS kind, record.data AS data, string_split(record.data, ' ') AS words FROM rows
)
SELECT
  parts.type AS query_type,
  dotted(parts.name) AS query_name,
  kind AS response_type,
  dotted(record.name) AS response_name,
  record.ttl::INTEGER AS response_ttl,
  epoch_ms(observed_at) AS timestamp,
  round_trip_ms / 1000 AS rtt,
  resolver AS worker_id,
  CASE status
    WHEN 'NOERROR' THEN 0
    WHEN 'NODATA' THEN 0
    WHEN 'FORMERR' THEN 1
    WHEN 'SERVFAIL' THEN 2
    WHEN 'NXDOMAIN' THEN 3
    WHEN 'NOTIMP' THEN 4
    WHEN 'REFUSED' THEN 5
    ELSE 65535
  END AS status_code,
  authenticated::INTEGER AS ad_flag,
  NULL::VARCHAR AS extended_error,
  NULL::VARCHAR AS section,
  CASE kind WHEN 'A' THEN data END AS ip4_address,
  CASE kind WHEN 'AAAA' THEN data END AS ip6_address,
  NULL::VARCHAR AS country,
  string_split(numbers, ' ')[1] AS "as",
  '[' || replace(numbers, ' ', ', ') || ']' AS as_full,
  prefix AS ip_prefix,
  CASE kind WHEN 'CNAME' THEN dotted(data) END AS cname_name,
  NULL::VARCHAR AS dname_name,
  CASE kind WHEN 'MX' THEN dotted(words[2]) END AS mx_address,
  CASE kind WHEN 'MX' THEN words[1]::INTEGER END AS mx_preference,
  CASE kind WHEN 'NS' THEN dotted(data) END AS ns_address,
  CASE kind WHEN 'PTR' THEN dotted(data) END AS ptr_name,
  CASE kind WHEN 'TXT' THEN regexp_replace(array_to_string(regexp_extract_all(data, '"((?:[^"\\]|\\.)*)"', 1), ''), '\\(["\\])', '\1', 'g') END AS txt_text,
  NULL::VARCHAR AS spf_text,
  CASE kind WHEN 'SOA' THEN dotted(words[1]) END AS soa_mname,
  CASE kind WHEN 'SOA' THEN dotted(words[2]) END AS soa_rname,
  CASE kind WHEN 'SOA' THEN words[3]::BIGINT END AS soa_serial,
  CASE kind WHEN 'SOA' THEN words[4]::BIGINT END AS soa_refresh,
  CASE kind WHEN 'SOA' THEN words[5]::BIGINT END AS soa_retry,
  CASE kind WHEN 'SOA' THEN words[6]::BIGINT END AS soa_expire,
  CASE kind WHEN 'SOA' THEN words[7]::BIGINT END AS soa_minimum,
  CASE kind WHEN 'CAA' THEN words[1]::INTEGER END AS caa_flags,
  CASE kind WHEN 'CAA' THEN words[2] END AS caa_tag,
  CASE kind WHEN 'CAA' THEN regexp_replace(regexp_extract(data, '^\S+ \S+ "?((?:[^"\\]|\\.)*)"?$', 1), '\\(["\\])', '\1', 'g') END AS caa_value,
  CASE kind WHEN 'TLSA' THEN words[1]::INTEGER END AS tlsa_usage,
  CASE kind WHEN 'TLSA' THEN words[2]::INTEGER END AS tlsa_selector,
  CASE kind WHEN 'TLSA' THEN words[3]::INTEGER END AS tlsa_matchtype,
  CASE kind WHEN 'TLSA' THEN lower(array_to_string(words[4:], '')) END AS tlsa_certdata,
  status AS our_status
FROM parts
LEFT JOIN origins ON origins.domain = parts.domain AND origins.ip = CASE kind WHEN 'A' THEN data END
ORDER BY number;

FROM openintel;
