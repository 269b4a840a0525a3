package org.vigie.recordings.csv;

/** Finds a quote that nothing closes. Such a quote makes one field of all that follows it. */
final class OpenQuoteScanner {
    private final char separator;
    private boolean isQuoted;
    private boolean isFieldStart = true;
    private long line = 1;
    private long openedAt;

    OpenQuoteScanner(char separator) {
        this.separator = separator;
    }

    /** Returns the line of the open quote; 0 when every quote is closed. */
    long scan(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            line += isLineBreak(text, i) ? 1 : 0;
            if (character == '"' && isQuoted) {
                isQuoted = text.startsWith("\"", i + 1);
                i += isQuoted ? 1 : 0;
            } else if (character == '"' && isFieldStart) {
                open();
            }
            isFieldStart = !isQuoted && (character == separator || character == '\r' || character == '\n');
        }
        return isQuoted ? openedAt : 0;
    }

    private void open() {
        isQuoted = true;
        openedAt = line;
    }

    private static boolean isLineBreak(String text, int i) {
        char character = text.charAt(i);
        return character == '\r' || (character == '\n' && (i == 0 || text.charAt(i - 1) != '\r'));
    }
}
