package org.vigie.platform.state;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Marks the records of a flush in a changelog.
 *
 * <p>A value that begins with 0 is part of a flush: the bytes of a part follow, or none when the part is deleted. The record of {@link
 * #FLUSH_KEY} completes the flush. Any other value was written at once.
 */
final class ChangelogRecord {
    /** Key of the record that completes a flush. */
    static final String FLUSH_KEY = "\u0000flush";

    private static final byte OF_FLUSH = 0;
    private static final byte COMPLETE = 1;

    private ChangelogRecord() {}

    static boolean isOfFlush(byte[] value) {
        return value.length > 0 && value[0] == OF_FLUSH;
    }

    static byte[] ofFlush(byte[] part) {
        byte[] value = new byte[part.length + 1];
        System.arraycopy(part, 0, value, 1, part.length);
        return value;
    }

    static byte[] deleted() {
        return new byte[] {OF_FLUSH};
    }

    static byte[] complete() {
        return new byte[] {COMPLETE};
    }

    /** Returns the bytes of the part; null when it is deleted. */
    static byte @Nullable [] partIn(byte[] value) {
        return value.length == 1 ? null : Arrays.copyOfRange(value, 1, value.length);
    }
}
