package org.vigie.gateway.codes;

import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that name one of several sources of a variable, as one short line. */
public final class ChannelLabels {
    /** {@code 2} before {@code 10}. */
    public static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private static final int LONGEST = 120;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]+");

    private ChannelLabels() {}

    /** What is said, without what is said twice. */
    public static String joined(Stream<String> words) {
        String line = words.map(
                        word -> UNPRINTABLE.matcher(word).replaceAll(" ").strip())
                .filter(word -> !word.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
