package org.vigie.sink.row;

/** Names the characters that would end a word or a text in line protocol, and puts a backslash before each of them. */
enum EscapedCharacters {
    QUESTDB_WORD(" ,=\n\r\\"),
    QUESTDB_TEXT("\"\n\r\\"),
    INFLUXDB_WORD(" ,="),
    INFLUXDB_TEXT("\"\\");

    /** One bit for each character below 64. */
    private final long first;
    /** One bit for each character from 64 to 127. */
    private final long second;

    EscapedCharacters(String characters) {
        this.first = bits(characters, 0);
        this.second = bits(characters, Long.SIZE);
    }

    private static long bits(String characters, int from) {
        return characters
                .chars()
                .filter(each -> each >= from && each < from + Long.SIZE)
                .mapToLong(each -> 1L << (each - from))
                .sum();
    }

    void append(StringBuilder to, String value) {
        int copied = 0;
        for (int place = 0; place < value.length(); place++) {
            if (isEscaped(value.charAt(place))) {
                to.append(value, copied, place).append('\\');
                copied = place;
            }
        }
        to.append(value, copied, value.length());
    }

    private boolean isEscaped(char each) {
        if (each < Long.SIZE) {
            return (first >>> each & 1) == 1;
        }
        return each < 2 * Long.SIZE && (second >>> (each - Long.SIZE) & 1) == 1;
    }
}
