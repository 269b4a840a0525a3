package org.vigie.gateway.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads EDF (Kemp 1992) and EDF+ (Kemp 2003), continuous or with gaps: signals in physical units. Where a discontinuous file says
 * that a data record begins later, what lies between is NaN. EDF+ annotations say the times and are no signal.
 */
public final class Edf {
    private static final int HEADER = 256;
    private static final int MOST_SIGNALS = 512;
    private static final String ANNOTATIONS = "EDF Annotations";

    private final String file;
    private final byte[] bytes;

    private Edf(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** One signal's header. */
    private record Channel(
            String name,
            String unit,
            double physicalLow,
            double physicalHigh,
            int low,
            int high,
            int perRecord,
            int at) {
        double physical(int digital) {
            return physicalLow + (digital - low) * (physicalHigh - physicalLow) / ((double) high - low);
        }

        boolean isAnnotations() {
            return name.equals(ANNOTATIONS);
        }
    }

    /** @throws MalformedFile when it is no EDF, or shorter than it says */
    public static List<Signal> read(String file, byte[] bytes) throws MalformedFile {
        return new Edf(file, bytes).read();
    }

    private List<Signal> read() throws MalformedFile {
        if (bytes.length < HEADER || !text(0, 8).strip().equals("0")) {
            throw new MalformedFile(file + ": no EDF header");
        }
        int count = (int) whole(252, 4, "number of signals", 1, MOST_SIGNALS);
        int header = (int) whole(184, 8, "bytes of the header", HEADER * (count + 1L), HEADER * (count + 1L));
        double seconds = number(244, 8, "duration of a data record");
        List<Channel> channels = channels(count);
        int recordBytes = 2 * channels.stream().mapToInt(Channel::perRecord).sum();
        long held = recordBytes == 0 ? 0 : (bytes.length - (long) header) / recordBytes;
        long said = whole(236, 8, "number of data records", -1, Integer.MAX_VALUE);
        if (bytes.length < header || said > held) {
            throw new MalformedFile(file + ": " + said + " data records are promised, it holds " + Math.max(0, held));
        }
        int records = (int) (said < 0 ? held : said);
        return seconds > 0 ? signals(channels, header, recordBytes, records, seconds) : List.of();
    }

    private List<Channel> channels(int count) throws MalformedFile {
        List<Channel> channels = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            int perRecord = (int) whole(field(count, 216, 8, i), 8, "samples of a record", 0, 1 << 20);
            int low = (int) whole(field(count, 120, 8, i), 8, "digital minimum", Short.MIN_VALUE, Short.MAX_VALUE);
            int high = (int) whole(field(count, 128, 8, i), 8, "digital maximum", Short.MIN_VALUE, Short.MAX_VALUE);
            String name = text(field(count, 0, 16, i), 16).strip();
            if (low >= high) {
                throw new MalformedFile(file + ": digital maximum must exceed the minimum in signal " + (i + 1));
            }
            channels.add(new Channel(
                    name,
                    text(field(count, 96, 8, i), 8).strip(),
                    name.equals(ANNOTATIONS) ? -1 : number(field(count, 104, 8, i), 8, "physical minimum"),
                    name.equals(ANNOTATIONS) ? 1 : number(field(count, 112, 8, i), 8, "physical maximum"),
                    low,
                    high,
                    perRecord,
                    at));
            at += perRecord;
        }
        return channels;
    }

    /** Each field stands for all signals together: {@code before} bytes of earlier fields for each. */
    private static int field(int count, int before, int length, int signal) {
        return HEADER + before * count + length * signal;
    }

    private List<Signal> signals(List<Channel> channels, int header, int recordBytes, int records, double seconds)
            throws MalformedFile {
        double[] starts = starts(channels, header, recordBytes, records, seconds);
        double end = records == 0 ? 0 : starts[records - 1] + seconds;
        double perSecond = channels.stream()
                        .filter(channel -> !channel.isAnnotations())
                        .mapToInt(Channel::perRecord)
                        .sum()
                / seconds;
        if (end * perSecond > Signal.most(bytes.length)) {
            throw new MalformedFile(file + ": nearly all of it is gaps");
        }
        List<Signal> signals = new ArrayList<>();
        for (Channel channel : channels) {
            if (!channel.isAnnotations() && channel.perRecord() > 0) {
                double hertz = channel.perRecord() / seconds;
                double[] samples = new double[(int) Math.round(end * hertz)];
                java.util.Arrays.fill(samples, Double.NaN);
                for (int record = 0; record < records; record++) {
                    copy(channel, header + record * recordBytes, (int) Math.round(starts[record] * hertz), samples);
                }
                signals.add(new Signal(channel.name(), channel.unit(), hertz, samples));
            }
        }
        return signals;
    }

    private void copy(Channel channel, int record, int to, double[] samples) {
        for (int i = 0; i < channel.perRecord() && to + i < samples.length; i++) {
            int at = record + 2 * (channel.at() + i);
            samples[to + i] = channel.physical((short) ((bytes[at] & 0xff) | bytes[at + 1] << 8));
        }
    }

    /** Seconds from the file's start to each data record: one after the other, unless an EDF+D says otherwise. */
    private double[] starts(List<Channel> channels, int header, int recordBytes, int records, double seconds)
            throws MalformedFile {
        double[] starts = new double[records];
        Channel annotations = channels.stream()
                .filter(Channel::isAnnotations)
                .findFirst()
                .filter(found -> text(192, 5).equals("EDF+D"))
                .orElse(null);
        for (int record = 0; record < records; record++) {
            starts[record] = annotations == null
                    ? record * seconds
                    : onset(header + record * recordBytes + 2 * annotations.at(), 2 * annotations.perRecord());
            boolean isBack = record > 0 && starts[record] < starts[record - 1] + seconds - 1e-6;
            if (starts[record] < 0 || isBack) {
                throw new MalformedFile(file + ": data record " + (record + 1) + " begins before the last one ends");
            }
        }
        return starts;
    }

    /** {@code +567.25} before the first byte 20 of a record's annotations. */
    private double onset(int from, int length) throws MalformedFile {
        String text = text(from, length);
        int end = text.indexOf(20);
        try {
            double onset = Double.parseDouble(end < 0 ? text : text.substring(0, end));
            if (Double.isFinite(onset)) {
                return onset;
            }
        } catch (NumberFormatException e) {
            throw new MalformedFile(file + ": a data record does not say when it begins", e);
        }
        throw new MalformedFile(file + ": a data record does not say when it begins");
    }

    private String text(int from, int length) {
        int end = Math.min(bytes.length, from + length);
        return from >= end ? "" : new String(bytes, from, end - from, StandardCharsets.US_ASCII);
    }

    private long whole(int from, int length, String what, long least, long most) throws MalformedFile {
        double number = number(from, length, what);
        if (number != Math.rint(number) || number < least || number > most) {
            throw new MalformedFile(file + ": " + what + " must be " + least + " to " + most + ", was " + number);
        }
        return (long) number;
    }

    private double number(int from, int length, String what) throws MalformedFile {
        String text = text(from, length).strip();
        if (!text.matches("[+-]?[0-9.eE+-]{1,8}")) {
            throw new MalformedFile(file + ": " + what + " must be a number, was '" + text + "'");
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new MalformedFile(file + ": " + what + " must be a number, was '" + text + "'", e);
        }
    }
}
