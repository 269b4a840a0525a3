package org.vigie.gateway.receive;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers the digests of stored messages. A message with the same bytes is acknowledged and not stored again. The control id is not
 * enough, since some monitors always send the same one.
 */
final class StoredMessageDigests {
    private static final int MOST = 20_000;

    private final Map<String, Boolean> digests = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    synchronized boolean contains(String digest) {
        return digests.containsKey(digest);
    }

    synchronized void add(String digest) {
        digests.put(digest, true);
    }
}
