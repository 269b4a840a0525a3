package org.vigie.bench.artefacts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.clean.ArrivalTimes;
import org.vigie.signal.clean.CleaningOutcome;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.clean.CleaningResult;
import org.vigie.signal.clean.CleaningRevision;
import org.vigie.signal.clean.DeviceChannels;
import org.vigie.signal.clean.InstantHistory;
import org.vigie.signal.clean.MeasurementStatus;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.clean.ReadingCleaner;
import org.vigie.signal.clean.Verdict;
import org.vigie.signal.clean.retrospective.ArtefactDetector;
import org.vigie.signal.clean.retrospective.CellMarks;
import org.vigie.signal.clean.retrospective.SeenRecording;
import org.vigie.signal.clean.retrospective.SignalGrid;

/**
 * Applies the cleaning rules of the live stream, message by message. A reading counts as found when it is suspect or rejected, when it is
 * out of order, or when its time is corrected by more than half a minute.
 */
record LiveCleanerDetector(CleaningRevision revision) implements ArtefactDetector {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Duration CORRECTED = Duration.ofSeconds(30);

    @Override
    public CellMarks artefacts(SeenRecording recording) {
        CellMarks marks = CellMarks.none(recording.signals());
        DeviceChannels channels = DeviceChannels.SILENT;
        for (int row = 0; row < recording.signals().rows(); row++) {
            channels = isEmpty(recording.signals(), row) ? channels : judge(recording, row, channels, marks);
        }
        return marks;
    }

    private DeviceChannels judge(SeenRecording recording, int row, DeviceChannels before, CellMarks marks) {
        List<Integer> variables = recorded(recording.signals(), row);
        Instant stamp = START.plusSeconds(recording.stamps()[row]);
        List<Reading> message = variables.stream()
                .map(variable -> reading(recording.signals(), variable, row, stamp))
                .toList();
        CleaningResult result = ReadingCleaner.judge(
                message, arrival(recording.signals(), row), before, InstantHistory.NOTHING, revision);
        IntStream.range(0, message.size())
                .filter(index -> isFound(result.verdicts().get(index), stamp))
                .forEach(index -> marks.mark(variables.get(index), row));
        return result.channels();
    }

    private static ArrivalTimes arrival(SignalGrid signals, int row) {
        Instant at = START.plusSeconds(signals.seconds()[row]);
        return new ArrivalTimes(at, at);
    }

    private static boolean isEmpty(SignalGrid signals, int row) {
        return recorded(signals, row).isEmpty();
    }

    private static List<Integer> recorded(SignalGrid signals, int row) {
        List<Integer> recorded = new ArrayList<>();
        for (int variable = 0; variable < signals.variables().size(); variable++) {
            if (signals.has(variable, row)) {
                recorded.add(variable);
            }
        }
        return recorded;
    }

    private static Reading reading(SignalGrid signals, int variable, int row, Instant stamp) {
        String name = signals.variables().get(variable);
        String unit = VariableCatalogue.standard().get(name).unit();
        return new Reading(name, signals.values()[variable][row], "", unit, MeasurementStatus.VALID, stamp);
    }

    private static boolean isFound(Verdict verdict, Instant stamp) {
        CleaningOutcome outcome = verdict.outcome();
        return outcome == CleaningOutcome.SUSPECT
                || outcome == CleaningOutcome.REJECTED
                || verdict.reason() == CleaningReason.OUT_OF_ORDER
                || Duration.between(stamp, verdict.asOf()).abs().compareTo(CORRECTED) > 0;
    }
}
