package org.vigie.recordings.edf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.recordings.LeftOutCollector;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.signal.SampledSignal;
import org.vigie.recordings.signal.SignalFile;
import org.vigie.recordings.signal.SignalRecordingBuilder;

/**
 * Reads EDF (Kemp 1992), EDF+ (Kemp 2003) and BioSemi's BDF, which is EDF with samples of three bytes. A signal without a calibration
 * has no values: it is left out, the others are read. A file that was cut off is read to its last whole data record. A discontinuous
 * file becomes a signal for each run of records without a gap. EDF+ annotations say the times and are no signal.
 */
public final class EdfReader {
    private static final int HEADER = 256;
    private static final int MOST_SIGNALS = 512;
    private static final double SAME = 1e-6;

    private final String file;
    private final ByteBuffer bytes;
    private final boolean withWaveforms;
    private final LeftOutCollector leftOut = new LeftOutCollector();
    private int width;
    private boolean isPlus;
    private boolean isDiscontinuous;

    private EdfReader(String file, ByteBuffer bytes, boolean withWaveforms) {
        this.file = file;
        this.bytes = bytes;
        this.withWaveforms = withWaveforms;
    }

    /**
     * One signal's header.
     *
     * @param range physical minimum and maximum, digital minimum and maximum
     * @param at samples of a data record before its own
     * @param fault why it has no values; empty when it has
     */
    private record EdfSignalHeader(String name, String unit, List<Double> range, int perRecord, int at, String fault) {
        double physical(int digital) {
            return range.get(0)
                    + (digital - range.get(2)) * (range.get(1) - range.get(0)) / (range.get(3) - range.get(2));
        }

        boolean isAnnotations() {
            return name.equals("EDF Annotations") || name.equals("BDF Annotations");
        }
    }

    /** Data records that follow each other without a gap. */
    private record ContiguousRecords(int first, int count, double start) {}

    /** @throws MalformedRecordingFile when it is no EDF, or nothing of it can be read */
    public static SignalFile read(String file, byte[] bytes) throws MalformedRecordingFile {
        return new EdfReader(file, ByteBuffer.wrap(bytes), true).read();
    }

    /** The same without its waveforms: they are only named. */
    public static SignalFile numerics(String file, ByteBuffer bytes) throws MalformedRecordingFile {
        return new EdfReader(file, bytes, false).read();
    }

    private SignalFile read() throws MalformedRecordingFile {
        boolean isBdf = bytes.limit() >= HEADER
                && (bytes.get(0) & 0xff) == 0xff
                && text(1, 7).equals("BIOSEMI");
        if (bytes.limit() < HEADER || !(isBdf || text(0, 8).strip().equals("0"))) {
            throw new MalformedRecordingFile(file + ": no EDF header");
        }
        width = isBdf ? 3 : 2;
        String kind = text(192, 5);
        isPlus = kind.startsWith("EDF+") || kind.startsWith("BDF+");
        isDiscontinuous = kind.equals("EDF+D") || kind.equals("BDF+D");
        int count = (int) whole(252, 4, "number of signals", 1, MOST_SIGNALS);
        int header = (int) whole(184, 8, "bytes of the header", HEADER * (count + 1L), HEADER * (count + 1L));
        if (bytes.limit() < header) {
            throw new MalformedRecordingFile(
                    file + ": ends within its header, at byte " + bytes.limit() + " of " + header);
        }
        double seconds = number(244, 8, "duration of a data record");
        List<EdfSignalHeader> channels = channels(count);
        if (isDiscontinuous && channels.stream().noneMatch(EdfSignalHeader::isAnnotations)) {
            throw new MalformedRecordingFile(file + ": " + kind + " must have a signal '" + kind.substring(0, 3)
                    + " Annotations', which says when each data record begins, has none");
        }
        long recordBytes = (long) width
                * channels.stream().mapToInt(EdfSignalHeader::perRecord).sum();
        int records = records(header, recordBytes);
        List<SampledSignal> signals = seconds > 0
                ? signals(channels, header, (int) recordBytes, records, seconds)
                : withoutTime(channels, seconds);
        return new SignalFile(start(), signals, leftOut.toList());
    }

    /** Whole data records: those that are said, or fewer where the file ends before. */
    private int records(int header, long recordBytes) {
        long behind = bytes.limit() - (long) header;
        long held = recordBytes == 0 ? 0 : behind / recordBytes;
        String text = text(236, 8).strip();
        long said = text.matches("\\d{1,8}") ? Long.parseLong(text) : -1;
        if (said < 0) {
            leftOut.add(
                    "",
                    text,
                    "number of data records: not known when the file was written; it was not closed: " + held
                            + " whole data records are read",
                    "");
        } else if (said > held) {
            leftOut.add(
                    "",
                    "the file ends early: " + said + " data records are promised, " + held + " whole ones are read");
        } else if (behind > said * recordBytes) {
            leftOut.add(
                    "",
                    "more bytes than promised: " + said + " data records are read, " + (behind - said * recordBytes)
                            + " bytes behind them are not");
        }
        boolean isCut = recordBytes > 0 && behind % recordBytes != 0 && (said < 0 || said > held);
        if (isCut) {
            leftOut.add(
                    "",
                    "the file ends within data record " + (held + 1) + ": " + behind % recordBytes + " bytes of "
                            + recordBytes + " are not read");
        }
        return (int) (said < 0 ? held : Math.min(said, held));
    }

    private List<SampledSignal> withoutTime(List<EdfSignalHeader> channels, double seconds) {
        channels.stream()
                .filter(channel -> !channel.isAnnotations() && channel.perRecord() > 0)
                .forEach(channel -> leftOut.add(
                        channel.name(), "duration of a data record is " + seconds + " s: its samples have no time"));
        return List.of();
    }

    private List<EdfSignalHeader> channels(int count) throws MalformedRecordingFile {
        List<EdfSignalHeader> channels = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            int perRecord = (int) whole(field(count, 216, 8, i), 8, "samples of a record", 0, 1 << 20);
            channels.add(channel(count, i, perRecord, at));
            at += perRecord;
        }
        return channels;
    }

    private EdfSignalHeader channel(int count, int i, int perRecord, int at) {
        String name = label(text(field(count, 0, 16, i), 16));
        String unit = label(text(field(count, 96, 8, i), 8));
        double[] range = new double[4];
        String[] names = {"physical minimum", "physical maximum", "digital minimum", "digital maximum"};
        String fault = "";
        for (int k = 0; k < 4 && fault.isEmpty(); k++) {
            String text = text(field(count, 104 + 8 * k, 8, i), 8).strip();
            range[k] = parsed(text);
            fault = Double.isNaN(range[k]) ? names[k] + " must be a number, was '" + text + "'" : "";
        }
        if (fault.isEmpty()) {
            fault = fault(unit, range);
        }
        return new EdfSignalHeader(name, unit, Arrays.stream(range).boxed().toList(), perRecord, at, fault);
    }

    /** EDF+, 2.1.3, item 5: what a calibration is. A physical maximum below the minimum is a negative gain, and one. */
    private String fault(String unit, double[] range) {
        if (range[0] == range[1]) {
            return "no calibration: physical minimum and maximum are both " + plain(range[0]);
        }
        if (range[2] >= range[3]) {
            return "no calibration: digital maximum must be above the minimum, was " + plain(range[3]) + " and "
                    + plain(range[2]);
        }
        return isPlus && unit.isEmpty()
                ? "no calibration: its physical dimension is empty, which in EDF+ says uncalibrated"
                : "";
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /** Each field stands for all signals together: {@code before} bytes of earlier fields for each. */
    private static int field(int count, int before, int length, int signal) {
        return HEADER + before * count + length * signal;
    }

    private List<SampledSignal> signals(
            List<EdfSignalHeader> channels, int header, int recordBytes, int records, double seconds)
            throws MalformedRecordingFile {
        List<ContiguousRecords> runs = runs(channels, header, recordBytes, records, seconds);
        List<SampledSignal> signals = new ArrayList<>();
        long left = SampledSignal.MOST_SAMPLES;
        for (EdfSignalHeader channel : channels) {
            double hertz = channel.perRecord() / seconds;
            if (channel.isAnnotations()) {
                continue;
            }
            String fault = channel.perRecord() == 0 ? "no samples" : channel.fault();
            if (fault.isEmpty() && !withWaveforms && SampledSignal.isWaveform(hertz)) {
                fault = SignalRecordingBuilder.waveform(hertz);
            }
            if (!fault.isEmpty()) {
                leftOut.add(channel.name(), fault);
                continue;
            }
            for (ContiguousRecords run : runs) {
                left -= (long) run.count() * channel.perRecord();
                if (left < 0) {
                    throw new MalformedRecordingFile(
                            file + ": must have at most " + SampledSignal.MOST_SAMPLES + " samples to read, has more");
                }
                double[] samples = new double[run.count() * channel.perRecord()];
                for (int i = 0; i < samples.length; i++) {
                    int record = run.first() + i / channel.perRecord();
                    int sample = channel.at() + i % channel.perRecord();
                    samples[i] = channel.physical(digital(header + record * recordBytes + width * sample));
                }
                signals.add(new SampledSignal(channel.name(), channel.unit(), hertz, run.start(), samples));
            }
        }
        return signals;
    }

    private int digital(int at) {
        int low = bytes.get(at) & 0xff;
        return width == 2
                ? (short) (low | bytes.get(at + 1) << 8)
                : low | (bytes.get(at + 1) & 0xff) << 8 | bytes.get(at + 2) << 16;
    }

    /** One after the other, unless a discontinuous file says when each data record begins. Records may not go back in time. */
    private List<ContiguousRecords> runs(
            List<EdfSignalHeader> channels, int header, int recordBytes, int records, double seconds) {
        if (!isDiscontinuous) {
            return records == 0 ? List.of() : List.of(new ContiguousRecords(0, records, 0));
        }
        EdfSignalHeader annotations = channels.stream()
                .filter(EdfSignalHeader::isAnnotations)
                .findFirst()
                .orElseThrow();
        List<ContiguousRecords> runs = new ArrayList<>();
        double end = 0;
        for (int record = 0; record < records; record++) {
            int at = header + record * recordBytes + width * annotations.at();
            String text = onset(at, width * annotations.perRecord());
            double onset = parsed(text);
            boolean isNext = !runs.isEmpty() && Math.abs(onset - end) <= SAME;
            if (Double.isNaN(onset)) {
                leftOut.add("", text, "data record " + (record + 1) + " does not say when it begins: not read", "");
            } else if (onset < end - SAME) {
                leftOut.add(
                        "",
                        text,
                        String.format(
                                Locale.ROOT,
                                "data record %d begins before the last one ends, at %s s: not read",
                                record + 1,
                                plain(end)),
                        "");
            } else if (isNext
                    && runs.get(runs.size() - 1).first()
                                    + runs.get(runs.size() - 1).count()
                            == record) {
                ContiguousRecords last = runs.remove(runs.size() - 1);
                runs.add(new ContiguousRecords(last.first(), last.count() + 1, last.start()));
                end = onset + seconds;
            } else {
                runs.add(new ContiguousRecords(record, 1, onset));
                end = onset + seconds;
            }
        }
        return runs;
    }

    /** {@code +567.25} before the first byte 20 of a record's annotations. */
    private String onset(int from, int length) {
        String text = text(from, length);
        int end = text.indexOf(20);
        return end < 0 ? label(text) : text.substring(0, end);
    }

    /** {@code dd.mm.yy} and {@code hh.mm.ss}; years 85 to 99 are of the 20th century. */
    private Optional<LocalDateTime> start() {
        String text = text(168, 16);
        if (text.matches("\\d\\d\\.\\d\\d\\.\\d\\d\\d\\d[.:]\\d\\d[.:]\\d\\d")) {
            int[] n = Arrays.stream(text.replaceAll("\\D", "").split("(?<=\\G..)", -1))
                    .filter(part -> !part.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
            try {
                return Optional.of(
                        LocalDateTime.of(n[2] < 85 ? 2000 + n[2] : 1900 + n[2], n[1], n[0], n[3], n[4], n[5]));
            } catch (DateTimeException e) {
                leftOut.add(
                        "",
                        text,
                        "start date and time: no such time (" + e.getMessage() + "); times count from 1970",
                        "");
                return Optional.empty();
            }
        }
        leftOut.add("", text.strip(), "start date and time: must be dd.mm.yyhh.mm.ss; times count from 1970", "");
        return Optional.empty();
    }

    /** Without what is no letter: it may go to a page. */
    private static String label(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private String text(int from, int length) {
        byte[] text = new byte[Math.max(0, Math.min(length, bytes.limit() - from))];
        bytes.get(from, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private long whole(int from, int length, String what, long least, long most) throws MalformedRecordingFile {
        double number = number(from, length, what);
        if (number != Math.rint(number) || number < least || number > most) {
            throw new MalformedRecordingFile(
                    file + ": " + what + " must be " + least + " to " + most + ", was " + plain(number));
        }
        return (long) number;
    }

    private double number(int from, int length, String what) throws MalformedRecordingFile {
        String text = text(from, length).strip();
        double number = parsed(text);
        if (Double.isNaN(number)) {
            throw new MalformedRecordingFile(file + ": " + what + " must be a number, was '" + text + "'");
        }
        return number;
    }

    /** NaN when it is no finite number. */
    private static double parsed(String text) {
        try {
            double number = text.matches("[+-]?[0-9.eE+-]+") ? Double.parseDouble(text) : Double.NaN;
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
