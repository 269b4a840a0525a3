package org.vigie.gateway.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.schemas.bed.BedName;

/**
 * Lists the configured beds of the units: names ({@code REA/03}), rows of numbers ({@code REA/[01-24]}) and patterns ({@code SI/*}, where a
 * star is any text without a slash). An empty list accepts every well-formed name.
 *
 * <p>Another spelling of a listed bed is accepted when it is unambiguous: another case, leading zeros, blanks, {@code ^} for the slash.
 * When two listed beds have the same spelling in this sense, only the exact name counts.
 */
public final class BedList {
    private static final Pattern ROW = Pattern.compile("(.*)\\[(\\d{1,6})-(\\d{1,6})\\](.*)");
    private static final int LONGEST_ROW = 1_000;

    private final Set<String> names = new LinkedHashSet<>();
    private final List<Pattern> patterns = new ArrayList<>();
    /** Beds by their spelling. Empty where several listed beds have the same spelling. */
    private final Map<String, Optional<String>> spellings = new HashMap<>();

    private BedList() {}

    /**
     * Parses the entries of the configuration.
     *
     * @throws IllegalArgumentException naming the entry and what is wrong with it
     */
    public static BedList of(List<String> entries) {
        BedList list = new BedList();
        for (int i = 0; i < entries.size(); i++) {
            list.add("beds[" + i + "]", BedName.normalized(entries.get(i)));
        }
        list.names.forEach(
                name -> list.spellings.merge(spelling(name), Optional.of(name), (one, other) -> Optional.empty()));
        return list;
    }

    private void add(String key, String entry) {
        Matcher row = ROW.matcher(entry);
        if (row.matches()) {
            addRow(key, entry, row);
        } else if (entry.contains("*")) {
            require(key, entry, BedName.isWellFormed(entry.replace("*", "0")));
            patterns.add(Pattern.compile("\\Q" + entry.replace("*", "\\E[^/]+\\Q") + "\\E"));
        } else {
            require(key, entry, BedName.isWellFormed(entry));
            names.add(entry);
        }
    }

    private void addRow(String key, String entry, Matcher row) {
        int from = Integer.parseInt(row.group(2));
        int until = Integer.parseInt(row.group(3));
        require(key, entry, from <= until && until - from < LONGEST_ROW);
        int width = row.group(2).startsWith("0") ? row.group(2).length() : 1;
        for (int number = from; number <= until; number++) {
            String name = row.group(1) + String.format(Locale.ROOT, "%0" + width + "d", number) + row.group(4);
            require(key, entry, BedName.isWellFormed(name));
            names.add(name);
        }
    }

    private static void require(String key, String entry, boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException(key + ": must be a bed like REA/03, a row like REA/[01-24] of at most "
                    + LONGEST_ROW + " or a pattern like REA/*, was '" + entry + "'");
        }
    }

    /**
     * Returns the name of the bed that was sent.
     *
     * @return the name of a listed bed; else a name that is {@link BedName#isUnknown marked}; empty for blanks
     */
    public String name(String sent) {
        String plain = BedName.normalized(sent);
        if (plain.isEmpty()) {
            return "";
        }
        if (names.contains(plain) || isKnownPattern(plain)) {
            return plain;
        }
        return spellings
                .getOrDefault(spelling(plain), Optional.empty())
                .orElseGet(() -> BedName.unknown(sent).value());
    }

    private boolean isKnownPattern(String plain) {
        boolean isAnyKnown = names.isEmpty() && patterns.isEmpty();
        return BedName.isWellFormed(plain)
                && (isAnyKnown
                        || patterns.stream()
                                .anyMatch(pattern -> pattern.matcher(plain).matches()));
    }

    private static String spelling(String name) {
        return name.replaceAll("\\^+", "/").replaceAll("(?<!\\d)0+(?=\\d)", "").toUpperCase(Locale.ROOT);
    }
}
