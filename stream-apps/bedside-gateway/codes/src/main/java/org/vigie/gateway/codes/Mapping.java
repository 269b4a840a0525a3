package org.vigie.gateway.codes;

import java.util.Locale;

/**
 * A sender's own code and the variable it names.
 *
 * @param sender found anywhere in the sender's name, whatever its case; {@code *} is every sender
 * @param code empty: any code with this name
 * @param name empty: any name of this code
 * @param variable its name in the catalogue
 */
public record Mapping(String sender, String code, String name, String variable) {
    public Mapping {
        if (code.isBlank() && name.isBlank()) {
            throw new IllegalArgumentException("mapping: needs a code or a name, has neither");
        }
        code = Code.plain(code);
        name = Code.plain(name);
    }

    boolean fits(String from, Code sent) {
        return isFrom(from)
                && (code.isEmpty() || code.equals(Code.plain(sent.code())))
                && (name.isEmpty() || isNamed(sent));
    }

    /** A name alone may also stand where the code belongs. */
    private boolean isNamed(Code sent) {
        return name.equals(Code.plain(sent.name())) || (code.isEmpty() && name.equals(Code.plain(sent.code())));
    }

    boolean isForAll() {
        return sender.equals("*");
    }

    /** Whether it concerns this sender. */
    public boolean isFrom(String from) {
        return isForAll() || from.toLowerCase(Locale.ROOT).contains(sender.toLowerCase(Locale.ROOT));
    }

    /** A row for one sender goes before a row for all, one with a code before one with a name alone. */
    int precision() {
        return (isForAll() ? 0 : 2) + (code.isEmpty() ? 0 : 1);
    }
}
