package org.vigie.gateway.intake;

/**
 * Describes the form of a value without the value: {@code 1795880169} is {@code 9999999999}, {@code LEAD OFF} is {@code AAAA AAA}.
 *
 * @param text each digit as 9, each letter as A, other visible ASCII characters as they are, the rest as {@code ?}
 */
public record ValueShape(String text) {
    private static final int MAX_LENGTH = 24;

    /** Returns the form of a value, cut to {@value #MAX_LENGTH} characters. */
    public static ValueShape of(String value) {
        var shape = new StringBuilder(Math.min(value.length(), MAX_LENGTH + 1));
        for (int i = 0; i < value.length() && i < MAX_LENGTH; i++) {
            shape.append(shape(value.charAt(i)));
        }
        return new ValueShape(value.length() > MAX_LENGTH ? shape.append('…').toString() : shape.toString());
    }

    private static char shape(char sent) {
        if (Character.isDigit(sent)) {
            return '9';
        }
        if (Character.isLetter(sent)) {
            return 'A';
        }
        return sent >= ' ' && sent < 0x7F ? sent : '?';
    }
}
