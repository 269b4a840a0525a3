package org.vigie.bench.code;

import java.util.regex.Pattern;

/**
 * Describes a class, record, enum, interface or annotation in the source code.
 *
 * @param name its simple name
 * @param at file and line
 * @param nested whether it stands inside another type
 * @param visible whether it is public, or a member of an interface
 * @param utility whether it is a class that has only static members and no public constructor
 * @param javadoc its Javadoc on one line; empty when it has none
 */
public record TypeDeclaration(
        String name, String at, boolean nested, boolean visible, boolean utility, String javadoc) {
    private static final String ENTRY_POINT = "Main";
    private static final Pattern WORD_BORDER = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_");

    /** Answers whether its name is one word: {@code Bed} and {@code Hl7} are, {@code BedList} is not. */
    public boolean hasOneWordName() {
        return !WORD_BORDER.matcher(name).find();
    }

    boolean documented() {
        return !javadoc.isEmpty();
    }

    /** Returns true when the first sentence of its Javadoc has a verb, by the rule of {@link JavadocSentence}. */
    boolean isDescribedByASentence() {
        return JavadocSentence.firstOf(javadoc).hasVerb();
    }

    /** Answers whether it is the entry point of an app; each app calls it {@code Main}. */
    public boolean isEntryPoint() {
        return !nested && name.equals(ENTRY_POINT);
    }
}
