package org.vigie.recordings.signal;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.vigie.recordings.CompactRowList;
import org.vigie.recordings.LeftOutCollector;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedPatient;
import org.vigie.recordings.csv.CsvTables;
import org.vigie.recordings.csv.CsvTimeFormat;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.schemas.variable.Variable;
import org.vigie.terminology.CodeMap;
import org.vigie.terminology.LocalCodeMapping;
import org.vigie.terminology.SentCode;
import org.vigie.terminology.SentUnitConversions;

/** Signals as rows: those of one sample in half a second or fewer, by what they are called. Waveforms are no rows. */
public final class SignalRecordingBuilder {
    public static final RecordedPatient NOBODY =
            new RecordedPatient(null, AdministrativeSexRecord.UNKNOWN, null, null, UnitTypeRecord.UNKNOWN);

    private static final String SENDER = "WFDB";
    /** Names of signals in files: they count for files only. */
    private static final CodeMap NAMES = CodeMap.standard()
            .with(CsvTables.rows(SignalRecordingBuilder.class, "signal-names.csv")
                    .map(row -> new LocalCodeMapping(SENDER, "", row.getField("name"), row.getField("variable")))
                    .toList());

    private SignalRecordingBuilder() {}

    /** Why a waveform has no rows. */
    public static String waveform(double hertz) {
        return "waveform of " + hertz + " Hz: waveforms are not played";
    }

    /** Samples of one signal that are not yet rows. */
    private static final class PendingSamples {
        private final SampledSignal signal;
        private final int column;
        private int next;

        PendingSamples(SampledSignal signal, int column) {
            this.signal = signal;
            this.column = column;
        }

        long millis() {
            return signal.millis(next);
        }
    }

    /**
     * The recording of a file. A signal whose name is not known keeps it, so that it is refused and counted downstream.
     *
     * @param zone of its local times
     */
    public static StayRecording recording(String source, String id, SignalFile file, ZoneId zone) {
        CompactRowList rows = new CompactRowList(file.signals().stream()
                .filter(signal -> !signal.isWaveform())
                .mapToLong(signal -> signal.samples().length)
                .sum());
        LeftOutCollector leftOut = new LeftOutCollector();
        leftOut.addAll(file.leftOut());
        var rests = new PriorityQueue<>(
                Comparator.comparingLong(PendingSamples::millis).thenComparingInt(rest -> rest.column));
        Optional<String> unclear =
                file.start().map(start -> CsvTimeFormat.fault(start, zone)).filter(fault -> !fault.isEmpty());
        unclear.ifPresent(fault -> leftOut.add(
                "", file.start().orElseThrow().toString(), "start: " + fault + "; times count from 1970", ""));
        double end = 0;
        for (SampledSignal signal : file.signals()) {
            end = Math.max(end, signal.end());
            if (signal.isWaveform()) {
                leftOut.add(signal.name(), waveform(signal.hertz()));
            } else if (signal.samples().length > 0) {
                rests.add(new PendingSamples(signal, rows.column(column(signal))));
                leftOut.add(signal.name(), "no sample: the file says that there is none", absent(signal));
            }
        }
        for (PendingSamples rest = rests.poll(); rest != null; rest = rests.poll()) {
            rows.add(rest.millis(), rest.column, rest.signal.samples()[rest.next]);
            if (++rest.next < rest.signal.samples().length) {
                rests.add(rest);
            }
        }
        return new StayRecording(
                source,
                id,
                NOBODY,
                rows,
                Duration.ofMillis(Math.round(end * 1000)),
                true,
                unclear.isPresent() ? Optional.empty() : file.start().map(start -> start.atZone(zone)),
                leftOut.toList());
    }

    private static CompactRowList.RowColumn column(SampledSignal signal) {
        Optional<Variable> variable = NAMES.find(SENDER, List.of(new SentCode("", "", signal.name())));
        String name = variable.map(Variable::name).orElse(signal.name().isEmpty() ? "unnamed" : signal.name());
        return new CompactRowList.RowColumn(signal.name(), name, SentUnitConversions.ucum(signal.unit()));
    }

    private static long absent(SampledSignal signal) {
        long absent = 0;
        for (double sample : signal.samples()) {
            absent += Double.isNaN(sample) ? 1 : 0;
        }
        return absent;
    }
}
