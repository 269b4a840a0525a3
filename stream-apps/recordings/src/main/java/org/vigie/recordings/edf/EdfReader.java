package org.vigie.recordings.edf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.vigie.recordings.LeftOutCollector;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.edf.EdfRecordRuns.ContiguousRecords;
import org.vigie.recordings.signal.SampledSignal;
import org.vigie.recordings.signal.SignalFile;
import org.vigie.recordings.signal.SignalRecordingBuilder;

/**
 * Reads EDF (Kemp 1992), EDF+ (Kemp 2003) and BioSemi's BDF, which is EDF with samples of three bytes. A signal without a calibration
 * has no values: it is left out, the others are read. A file that was cut off is read to its last whole data record. A discontinuous
 * file becomes a signal for each run of records without a gap. EDF+ annotations give times and are no signal.
 */
public final class EdfReader {
    private final ByteBuffer bytes;
    private final EdfFieldReader fields;
    private final EdfHeader header;
    private final boolean withWaveforms;
    private final LeftOutCollector leftOut = new LeftOutCollector();
    private final List<SampledSignal> signals = new ArrayList<>();
    private long samplesLeft = SampledSignal.MOST_SAMPLES;

    private EdfReader(String file, ByteBuffer bytes, boolean withWaveforms) throws MalformedRecordingFile {
        this.bytes = bytes;
        this.fields = new EdfFieldReader(file, bytes);
        this.header = EdfHeader.read(fields);
        this.withWaveforms = withWaveforms;
    }

    /** @throws MalformedRecordingFile when it is no EDF, or nothing of it can be read */
    public static SignalFile read(String file, byte[] bytes) throws MalformedRecordingFile {
        return new EdfReader(file, ByteBuffer.wrap(bytes), true).read();
    }

    /** Reads the file without its waveforms. Their names are reported as left out. */
    public static SignalFile numerics(String file, ByteBuffer bytes) throws MalformedRecordingFile {
        return new EdfReader(file, bytes, false).read();
    }

    private SignalFile read() throws MalformedRecordingFile {
        int records = EdfRecordCount.readable(fields, header, leftOut);
        if (header.recordSeconds() > 0) {
            readSignals(EdfRecordRuns.of(fields, header, records, leftOut));
        } else {
            leaveOutWithoutTime();
        }
        return new SignalFile(EdfStartTime.read(fields, leftOut), signals, leftOut.toList());
    }

    private void leaveOutWithoutTime() {
        String reason = "duration of a data record is " + header.recordSeconds() + " s: its samples have no time";
        header.signals().stream()
                .filter(signal -> !signal.isAnnotations() && signal.perRecord() > 0)
                .forEach(signal -> leftOut.add(signal.name(), reason));
    }

    private void readSignals(List<ContiguousRecords> runs) throws MalformedRecordingFile {
        for (EdfSignalHeader signal : header.signals()) {
            String fault = fault(signal);
            if (!signal.isAnnotations() && fault.isEmpty()) {
                addRuns(signal, runs);
            } else if (!signal.isAnnotations()) {
                leftOut.add(signal.name(), fault);
            }
        }
    }

    private void addRuns(EdfSignalHeader signal, List<ContiguousRecords> runs) throws MalformedRecordingFile {
        for (ContiguousRecords run : runs) {
            signals.add(samples(signal, run));
        }
    }

    private double hertz(EdfSignalHeader signal) {
        return signal.perRecord() / header.recordSeconds();
    }

    private String fault(EdfSignalHeader signal) {
        double hertz = hertz(signal);
        boolean isUnwanted = !withWaveforms && SampledSignal.isWaveform(hertz);
        return signal.fault().isEmpty() && isUnwanted ? SignalRecordingBuilder.waveform(hertz) : signal.fault();
    }

    private SampledSignal samples(EdfSignalHeader signal, ContiguousRecords run) throws MalformedRecordingFile {
        int count = reserved(run, signal);
        double[] samples = new double[count];
        for (int i = 0; i < count; i++) {
            int record = run.first() + i / signal.perRecord();
            int place = header.place(signal, record, i % signal.perRecord());
            samples[i] = signal.calibration().physical(digital(place));
        }
        return new SampledSignal(signal.name(), signal.unit(), hertz(signal), run.start(), samples);
    }

    /** Returns the number of samples of a run, once it is known that the file stays within the largest number. */
    private int reserved(ContiguousRecords run, EdfSignalHeader signal) throws MalformedRecordingFile {
        samplesLeft -= (long) run.count() * signal.perRecord();
        if (samplesLeft < 0) {
            throw fields.malformed("must have at most " + SampledSignal.MOST_SAMPLES + " samples to read, has more");
        }
        return run.count() * signal.perRecord();
    }

    private int digital(int at) {
        int low = bytes.get(at) & 0xff;
        return header.variant().sampleBytes() == 2
                ? (short) (low | bytes.get(at + 1) << 8)
                : low | (bytes.get(at + 1) & 0xff) << 8 | bytes.get(at + 2) << 16;
    }
}
