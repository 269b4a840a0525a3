package org.vigie.gateway.intake;

/** Shows how a value is built without showing the value: {@code 1795880169} as {@code 9999999999}, {@code LEAD OFF} as {@code AAAA AAA}. */
public final class ValueShape {
    private static final int LONGEST = 24;

    private ValueShape() {}

    /** Each digit as 9, each letter as A, cut to {@value #LONGEST} characters; other visible ASCII characters stay, the rest is {@code ?}. */
    public static String of(String value) {
        var shape = new StringBuilder(Math.min(value.length(), LONGEST + 1));
        for (int i = 0; i < value.length() && i < LONGEST; i++) {
            shape.append(shape(value.charAt(i)));
        }
        return value.length() > LONGEST ? shape.append('…').toString() : shape.toString();
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
