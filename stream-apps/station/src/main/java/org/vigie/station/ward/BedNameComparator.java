package org.vigie.station.ward;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders beds: the configured ones first, as configured; then the others by number (bed 2 before bed 10). */
final class BedNameComparator implements Comparator<String> {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int WIDTH = 19;

    private final List<String> fixed;

    BedNameComparator(List<String> fixed) {
        this.fixed = List.copyOf(fixed);
    }

    @Override
    public int compare(String a, String b) {
        int byPlace = Integer.compare(place(a), place(b));
        int byNumber = byPlace == 0 ? padded(a).compareTo(padded(b)) : byPlace;
        return byNumber == 0 ? a.compareTo(b) : byNumber;
    }

    private int place(String bed) {
        int place = fixed.indexOf(bed);
        return place < 0 ? fixed.size() : place;
    }

    private static String padded(String bed) {
        return NUMBER.matcher(bed).replaceAll(number -> Matcher.quoteReplacement(zeros(number.group())));
    }

    private static String zeros(String number) {
        return "0".repeat(Math.max(0, WIDTH - number.length())) + number;
    }
}
