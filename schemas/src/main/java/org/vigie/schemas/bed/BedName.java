package org.vigie.schemas.bed;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Holds the name of a bed, such as {@code REA/03}. It is safe as a topic key, a metric label, a word in a log and a text on the page.
 *
 * <p>A well-formed name has one to four parts, separated by slashes. A part begins with a letter or a digit and contains letters, digits,
 * blanks and {@code - _ . : + # ( ) °}. The whole name has at most 64 characters.
 *
 * <p>A name with {@code ?} at its end belongs to a bed that the unit does not list. A name that could not be used as it was sent ends with
 * {@code ~}, a digest of the sent text, and {@code ?}.
 */
public record BedName(String value) {
    /** Last character in the name of a bed that the unit does not list. */
    public static final String UNKNOWN = "?";

    /** Unit of the canary patients, which show that each partition is processed. */
    public static final String CANARY_UNIT = "VIGIE-CANARY";

    /** Sender of the canaries' messages: application and facility. */
    public static final String CANARY_SENDER = CANARY_UNIT + "|";

    private static final int LONGEST = 64;
    private static final int MOST_PARTS = 4;
    private static final int SHOWN = 40;
    private static final int DIGEST_BYTES = 8;
    private static final String DIGEST = "~[0-9a-f]{" + 2 * DIGEST_BYTES + "}";
    private static final String SIGNS = " -_.:+#()°";
    /** Characters that are letters in Unicode but are invisible. */
    private static final String INVISIBLE = "\u115f\u1160\u3164\uffa0";

    public BedName {
        if (!isSafe(value)) {
            throw new IllegalArgumentException("bed: must be a name like UNIT/BED of at most " + LONGEST
                    + " letters, digits, blanks and -_.:+#()°, was another text of " + value.length() + " characters");
        }
    }

    /** Returns true when the name can be used without change: it is well-formed, or {@link #unknown} made it. */
    public static boolean isSafe(String name) {
        String base = isUnknown(name) ? name.substring(0, name.length() - 1).replaceFirst(DIGEST + "$", "") : name;
        return isWellFormed(base);
    }

    /** Returns true when a canary patient lies on the bed. A canary is never counted among patients. */
    public static boolean isCanary(String name) {
        return name.startsWith(CANARY_UNIT + "/") && !isUnknown(name);
    }

    /** Returns true when the unit does not list the bed with this name. */
    public static boolean isUnknown(String name) {
        return name.endsWith(UNKNOWN);
    }

    /** Returns true when the name is well-formed and has no mark. */
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

    /** Normalizes a sent name: composed letters (NFC), no blanks at either end. */
    public static String normalized(String sent) {
        return Normalizer.normalize(sent, Normalizer.Form.NFC).strip();
    }

    /** Returns a name for a bed that the unit does not list. Two different sent texts never get the same name. */
    public static BedName unknown(String sent) {
        String plain = normalized(sent);
        return new BedName((isWellFormed(plain) ? plain : shown(plain) + "~" + digest(plain)) + UNKNOWN);
    }

    /** Returns the readable part of a sent text. Other characters become a low line. */
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

    /** Computes the digest of the UTF-16 units. An encoder would map all unpaired surrogates to the same bytes. */
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
