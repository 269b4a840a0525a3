package org.vigie.schemas.bed;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The name of a bed, safe as a topic's key, a metric's label, a word of a log and a text of the page: {@code REA/03}.
 *
 * <p>A well-formed name has one to four parts with a slash between them. A part begins with a letter or a digit, and holds letters, digits,
 * blanks and {@code - _ . : + # ( ) °}. The whole has at most 64 characters. A name that ends with {@code ?} is of a bed that the unit does
 * not list; one that could not be used as it was sent ends with {@code ~}, a digest of what was sent, and {@code ?}.
 */
public record BedName(String value) {
    /** Ends the name of a bed that the unit does not list. */
    public static final String UNKNOWN = "?";

    private static final int LONGEST = 64;
    private static final int MOST_PARTS = 4;
    private static final int SHOWN = 40;
    private static final int DIGEST_BYTES = 8;
    private static final String DIGEST = "~[0-9a-f]{" + 2 * DIGEST_BYTES + "}";
    private static final String SIGNS = " -_.:+#()°";
    /** Letters to Unicode, nothing to the eye. */
    private static final String INVISIBLE = "\u115f\u1160\u3164\uffa0";

    public BedName {
        if (!isSafe(value)) {
            throw new IllegalArgumentException("bed: must be a name like UNIT/BED of at most " + LONGEST
                    + " letters, digits, blanks and -_.:+#()°, was another text of " + value.length() + " characters");
        }
    }

    /** Whether it can be used as it is: well-formed, or made by {@link #unknown}. */
    public static boolean isSafe(String name) {
        String base = isUnknown(name) ? name.substring(0, name.length() - 1).replaceFirst(DIGEST + "$", "") : name;
        return isWellFormed(base);
    }

    /** Whether the unit does not list the bed of this name. */
    public static boolean isUnknown(String name) {
        return name.endsWith(UNKNOWN);
    }

    /** Whether it is a name without a mark. */
    public static boolean isWellFormed(String name) {
        String[] parts = name.split("/", -1);
        return name.length() <= LONGEST
                && parts.length <= MOST_PARTS
                && Arrays.stream(parts).allMatch(BedName::isPart);
    }

    private static boolean isPart(String part) {
        return !part.isEmpty()
                && isLetterOrDigit(part.codePointAt(0))
                && !part.endsWith(" ")
                && part.codePoints().allMatch(BedName::isAllowed);
    }

    private static boolean isAllowed(int character) {
        return isLetterOrDigit(character) || SIGNS.indexOf(character) >= 0;
    }

    private static boolean isLetterOrDigit(int character) {
        return Character.isLetterOrDigit(character) && INVISIBLE.indexOf(character) < 0;
    }

    /** One spelling of what was sent: composed letters, no blanks around it. */
    public static String normalized(String sent) {
        return Normalizer.normalize(sent, Normalizer.Form.NFC).strip();
    }

    /** A bed that the unit does not list, by what was sent: two that were sent differently never share a name. */
    public static BedName unknown(String sent) {
        String plain = normalized(sent);
        return new BedName((isWellFormed(plain) ? plain : shown(plain) + "~" + digest(plain)) + UNKNOWN);
    }

    /** What can be shown of it: the rest becomes a low line. */
    private static String shown(String plain) {
        StringBuilder shown = new StringBuilder();
        plain.codePoints()
                .limit(SHOWN)
                .mapToObj(character -> isAllowed(character) || character == '/' ? Character.toString(character) : "_")
                .forEach(shown::append);
        String whole = shown.toString().strip();
        String text = whole.length() <= SHOWN
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, SHOWN / 2)).strip();
        return isWellFormed(text) ? text : "X" + text.replace('/', '_').replace("..", "_");
    }

    /** Of the UTF-16 units themselves: an encoder would make all halves of a pair the same. */
    private static String digest(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
        text.chars().forEach(unit -> bytes.putChar((char) unit));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
