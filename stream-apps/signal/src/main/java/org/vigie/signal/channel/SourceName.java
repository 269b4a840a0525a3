package org.vigie.signal.channel;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Identifies one source of a variable at a bed.
 *
 * @param device device with its sender
 * @param channel source within the device; empty when the sender names none
 */
public record SourceName(String device, String channel) {
    /** Sorts {@code 1.26.1.2} before {@code 1.26.1.10}. */
    static final Comparator<SourceName> ORDER = Comparator.comparing(SourceName::device)
            .thenComparing(source -> source.channel().length())
            .thenComparing(SourceName::channel);

    private static final Pattern NUMBER = Pattern.compile("(^| )\\d+(\\.\\d+)+$");

    /** Returns true when only the number of the part differs, because the monitor renumbered its parts. */
    boolean isRenumbered(SourceName other) {
        return device.equals(other.device) && words().equals(other.words());
    }

    private String words() {
        return NUMBER.matcher(channel).replaceFirst("");
    }
}
