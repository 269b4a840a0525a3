package org.vigie.terminology;

import java.util.Locale;

/**
 * Maps a sender's own code to a variable of the catalogue.
 *
 * @param sender part of the sender's name, in any case; {@code *} is every sender, {@code ^99VENT} is any sender of codes of that system
 * @param code empty for any code with this name
 * @param name empty for any name of this code
 * @param variable name of the variable
 */
public record LocalCodeMapping(String sender, String code, String name, String variable) {
    private static final String SYSTEM = "^";

    public LocalCodeMapping {
        if (code.isBlank() && name.isBlank()) {
            throw new IllegalArgumentException("mapping: needs a code or a name, has neither");
        }
        code = SentCode.plain(code);
        name = SentCode.plain(name);
    }

    boolean fits(String from, SentCode sent) {
        return (isForSystem() ? isOfSystem(sent) : isFrom(from))
                && (code.isEmpty() || code.equals(SentCode.plain(sent.code())))
                && (name.isEmpty() || isNamed(sent));
    }

    /** Returns true when the sent code has this name. A mapping without a code also accepts the name in the place of the code. */
    private boolean isNamed(SentCode sent) {
        return name.equals(SentCode.plain(sent.name())) || (code.isEmpty() && name.equals(SentCode.plain(sent.code())));
    }

    /** Returns true when the mapping is a name without a code, and the sent code is that name. */
    boolean isShortNameOf(SentCode sent) {
        return code.isEmpty() && name.equals(SentCode.plain(sent.code()));
    }

    private boolean isForSystem() {
        return sender.startsWith(SYSTEM);
    }

    private boolean isOfSystem(SentCode sent) {
        return sender.substring(SYSTEM.length()).equalsIgnoreCase(sent.system());
    }

    boolean isForAll() {
        return sender.equals("*");
    }

    /** Returns true when the mapping concerns this sender. A mapping for a coding system can concern any sender. */
    public boolean isFrom(String from) {
        return isForAll() || isForSystem() || from.toLowerCase(Locale.ROOT).contains(sender.toLowerCase(Locale.ROOT));
    }

    /** Returns the rank of the mapping. One sender ranks above all senders, and a mapping with a code above a name alone. */
    int precision() {
        return (isForAll() ? 0 : 2) + (code.isEmpty() ? 0 : 1);
    }
}
