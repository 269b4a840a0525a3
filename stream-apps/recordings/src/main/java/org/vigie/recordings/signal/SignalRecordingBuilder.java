package org.vigie.recordings.signal;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.recordings.LeftOutCollector;
import org.vigie.recordings.RowColumn;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedPatient;
import org.vigie.recordings.csv.CsvTables;
import org.vigie.recordings.csv.LocalTimeResolver;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.schemas.variable.Variable;
import org.vigie.terminology.CodeMap;
import org.vigie.terminology.LocalCodeMapping;
import org.vigie.terminology.SentCode;
import org.vigie.terminology.SentUnitConversions;

/** Builds a recording of the signals of a file. Signals with more than two samples a second are waveforms and become no rows. */
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

    /** Returns the reason for which a waveform has no rows. */
    public static String waveform(double hertz) {
        return "waveform of " + hertz + " Hz: waveforms are not played";
    }

    /**
     * Returns the recording of a file. A signal with an unknown name keeps it, so that it is rejected and counted downstream.
     *
     * @param zone of its local times
     */
    public static StayRecording recording(String source, String id, SignalFile file, ZoneId zone) {
        LeftOutCollector leftOut = new LeftOutCollector();
        leftOut.addAll(file.leftOut());
        Optional<ZonedDateTime> start = start(file, zone, leftOut);
        SampledRowMerger rows = new SampledRowMerger(file.signals());
        file.signals().forEach(signal -> add(signal, rows, leftOut));
        return new StayRecording(source, id, NOBODY, rows.merge(), length(file), true, start, leftOut.toList());
    }

    private static void add(SampledSignal signal, SampledRowMerger rows, LeftOutCollector leftOut) {
        if (signal.isWaveform()) {
            leftOut.add(signal.name(), waveform(signal.hertz()));
        } else if (signal.samples().length > 0) {
            rows.add(signal, column(signal));
            leftOut.add(signal.name(), "no sample: the file says that there is none", absent(signal));
        }
    }

    private static Duration length(SignalFile file) {
        double end = file.signals().stream().mapToDouble(SampledSignal::end).reduce(0, Math::max);
        return Duration.ofMillis(Math.round(end * 1000));
    }

    /** Returns when the recording began. A local time that is no instant is reported. */
    private static Optional<ZonedDateTime> start(SignalFile file, ZoneId zone, LeftOutCollector leftOut) {
        if (file.start().isEmpty()) {
            return Optional.empty();
        }
        LocalDateTime local = file.start().get();
        String fault = new LocalTimeResolver(zone).fault(local);
        if (fault.isEmpty()) {
            return Optional.of(local.atZone(zone));
        }
        leftOut.add("", local.toString(), "start: " + fault + "; times count from 1970", "");
        return Optional.empty();
    }

    private static RowColumn column(SampledSignal signal) {
        Optional<Variable> variable = NAMES.find(SENDER, List.of(new SentCode("", "", signal.name())));
        String name = variable.map(Variable::name).orElse(signal.name().isEmpty() ? "unnamed" : signal.name());
        return new RowColumn(signal.name(), name, SentUnitConversions.ucum(signal.unit()));
    }

    private static long absent(SampledSignal signal) {
        return Arrays.stream(signal.samples()).filter(Double::isNaN).count();
    }
}
