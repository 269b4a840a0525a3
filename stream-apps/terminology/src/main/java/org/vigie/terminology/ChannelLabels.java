package org.vigie.terminology;

import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes channel labels: one short line that names one of several sources of a variable. */
public final class ChannelLabels {
    /** Orders labels by number: {@code 2} comes before {@code 10}. */
    public static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private static final int LONGEST = 120;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]+");

    private ChannelLabels() {}

    /** Joins words into one line of at most {@value #LONGEST} characters. A repeated word is used once. */
    public static String joined(Stream<String> words) {
        String line = words.map(
                        word -> UNPRINTABLE.matcher(word).replaceAll(" ").strip())
                .filter(word -> !word.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
