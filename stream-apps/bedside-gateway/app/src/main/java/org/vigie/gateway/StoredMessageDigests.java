package org.vigie.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Messages that were stored: one that comes again, byte for byte the same and so by the same sender with the same control id, is
 * acknowledged and not stored again. The control id alone tells nothing: some monitors send the same one always.
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
