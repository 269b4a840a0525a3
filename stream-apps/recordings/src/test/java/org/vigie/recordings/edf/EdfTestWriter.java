package org.vigie.recordings.edf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes EDF for tests, as Kemp 1992 and 2003 describe it. */
public final class EdfTestWriter {
    private EdfTestWriter() {}

    /**
     * Holds one signal of the file.
     *
     * @param range digital minimum and maximum, then physical minimum and maximum
     */
    public record EdfTestChannel(String name, String unit, int perRecord, double... range) {}

    public static byte[] write(String kind, double seconds, List<EdfTestChannel> channels, List<byte[]> records) {
        StringBuilder head = new StringBuilder();
        head.append(padded("0", 8)).append(padded("X", 80)).append(padded("Startdate X", 80));
        head.append(padded("05.03.26", 8)).append(padded("08.15.00", 8));
        head.append(padded(256 * (channels.size() + 1), 8)).append(padded(kind, 44));
        head.append(padded(records.size(), 8)).append(padded(seconds, 8)).append(padded(channels.size(), 4));
        channels.forEach(channel -> head.append(padded(channel.name(), 16)));
        channels.forEach(channel -> head.append(padded("", 80)));
        channels.forEach(channel -> head.append(padded(channel.unit(), 8)));
        for (int field : new int[] {2, 3, 0, 1}) {
            channels.forEach(channel -> head.append(padded(number(channel.range()[field]), 8)));
        }
        channels.forEach(channel -> head.append(padded("", 80)));
        channels.forEach(channel -> head.append(padded(channel.perRecord(), 8)));
        channels.forEach(channel -> head.append(padded("", 32)));
        var file = new ByteArrayOutputStream();
        file.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        records.forEach(file::writeBytes);
        return file.toByteArray();
    }

    private static String number(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static String padded(Object value, int length) {
        return (value + " ".repeat(length)).substring(0, length);
    }
}
