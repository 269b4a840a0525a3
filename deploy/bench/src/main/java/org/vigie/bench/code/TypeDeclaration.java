package org.vigie.bench.code;

import java.util.regex.Pattern;

/**
 * A class, record, enum, interface or annotation in the source code.
 *
 * @param name its simple name
 * @param at file and line
 * @param nested whether it stands inside another type
 * @param visible whether it is public
 * @param utility whether it is a class that has only static members and no public constructor
 * @param documented whether it has a Javadoc
 */
public record TypeDeclaration(
        String name, String at, boolean nested, boolean visible, boolean utility, boolean documented) {
    private static final String ENTRY_POINT = "Main";
    private static final Pattern WORD_BORDER = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_");

    /** Answers whether its name is one word: {@code Bed} and {@code Hl7} are, {@code BedList} is not. */
    public boolean hasOneWordName() {
        return !WORD_BORDER.matcher(name).find();
    }

    /** Answers whether it is the entry point of an app; each app calls it {@code Main}. */
    public boolean isEntryPoint() {
        return !nested && name.equals(ENTRY_POINT);
    }
}
