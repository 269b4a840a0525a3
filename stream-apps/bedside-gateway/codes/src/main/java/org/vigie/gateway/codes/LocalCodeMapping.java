package org.vigie.gateway.codes;

import java.util.Locale;

/**
 * A sender's own code and the variable it names.
 *
 * @param sender found anywhere in the sender's name, whatever its case; {@code *} is every sender, {@code ^99VENT} whoever sends
 *     codes of that system
 * @param code empty: any code with this name
 * @param name empty: any name of this code
 * @param variable its name in the catalogue
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

    /** A name alone may also stand where the code belongs. */
    private boolean isNamed(SentCode sent) {
        return name.equals(SentCode.plain(sent.name())) || (code.isEmpty() && name.equals(SentCode.plain(sent.code())));
    }

    /** A name without a code, that stands where the code belongs. */
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

    /** Whether it concerns this sender; one for a coding system may concern any. */
    public boolean isFrom(String from) {
        return isForAll() || isForSystem() || from.toLowerCase(Locale.ROOT).contains(sender.toLowerCase(Locale.ROOT));
    }

    /** A row for one sender goes before a row for all, one with a code before one with a name alone. */
    int precision() {
        return (isForAll() ? 0 : 2) + (code.isEmpty() ? 0 : 1);
    }
}
