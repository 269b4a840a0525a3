package org.vigie.local.identity;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Searches bytes for identities. */
final class ByteSearch {
    private static final int CHUNK = 1 << 20;

    private final Map<Integer, List<byte[]>> forms;
    private final int longest;
    /** Holds true at each byte with which a form begins. */
    private final boolean[] begins = new boolean[256];

    ByteSearch(SearchedIdentities identities) {
        forms = identities.forms();
        longest = forms.values().stream()
                .flatMap(Collection::stream)
                .mapToInt(form -> form.length)
                .max()
                .orElseThrow();
        forms.values().forEach(all -> all.forEach(form -> begins[form[0] & 0xff] = true));
    }

    /** Returns the numbers of the identities that stand in a stream. */
    SortedSet<Integer> search(InputStream in) throws IOException {
        SortedSet<Integer> found = new TreeSet<>();
        byte[] buffer = new byte[CHUNK + longest];
        int kept = 0;
        for (int read = in.readNBytes(buffer, 0, CHUNK); read > 0; read = in.readNBytes(buffer, kept, CHUNK)) {
            int length = kept + read;
            search(buffer, length, found);
            kept = Math.min(longest - 1, length);
            System.arraycopy(buffer, length - kept, buffer, 0, kept);
        }
        return found;
    }

    /** Adds the numbers of the identities that stand in some bytes. */
    void search(byte[] bytes, int length, SortedSet<Integer> found) {
        for (int at = 0; at < length; at++) {
            if (begins[bytes[at] & 0xff]) {
                searchAt(bytes, at, length, found);
            }
        }
    }

    private void searchAt(byte[] bytes, int at, int length, SortedSet<Integer> found) {
        forms.forEach((number, all) -> {
            if (!found.contains(number) && all.stream().anyMatch(form -> stands(form, bytes, at, length))) {
                found.add(number);
            }
        });
    }

    private static boolean stands(byte[] form, byte[] bytes, int at, int length) {
        if (at + form.length > length) {
            return false;
        }
        for (int next = 0; next < form.length; next++) {
            if (bytes[at + next] != form[next]) {
                return false;
            }
        }
        return true;
    }
}
