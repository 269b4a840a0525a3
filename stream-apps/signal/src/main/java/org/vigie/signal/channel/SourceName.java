package org.vigie.signal.channel;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Names a source of one variable at a bed.
 *
 * @param device which device of which sender
 * @param channel which source within it; empty when its sender names none
 */
public record SourceName(String device, String channel) {
    /** {@code 1.26.1.2} before {@code 1.26.1.10}. */
    static final Comparator<SourceName> ORDER = Comparator.comparing(SourceName::device)
            .thenComparing(source -> source.channel().length())
            .thenComparing(SourceName::channel);

    private static final Pattern NUMBER = Pattern.compile("(^| )\\d+(\\.\\d+)+$");

    /** Whether only the number of the part differs: a monitor that numbers its parts anew. */
    boolean isRenumbered(SourceName other) {
        return device.equals(other.device) && words().equals(other.words());
    }

    private String words() {
        return NUMBER.matcher(channel).replaceFirst("");
    }
}
