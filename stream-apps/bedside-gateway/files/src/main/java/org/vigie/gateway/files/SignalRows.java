package org.vigie.gateway.files;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.gateway.codes.Code;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.codes.Units;
import org.vigie.gateway.files.Recording.Person;
import org.vigie.gateway.files.Recording.Value;
import org.vigie.schemas.Sex;
import org.vigie.schemas.UnitKind;
import org.vigie.schemas.variable.Variable;

/** Signals as rows: those of one sample in half a second or fewer, by what they are called. Waveforms are no rows. */
final class SignalRows {
    static final Person NOBODY = new Person(null, Sex.UNKNOWN, null, null, UnitKind.UNKNOWN);

    private SignalRows() {}

    /** A signal whose name is not known keeps it, so that it is refused and counted downstream. */
    static Recording recording(String source, String id, List<Signal> signals) {
        Rows rows = new Rows();
        double end = 0;
        for (Signal signal : signals) {
            end = Math.max(end, signal.samples().length / signal.hertz());
            if (!signal.isWaveform()) {
                add(signal, rows);
            }
        }
        return new Recording(source, id, NOBODY, rows.inOrder(), Duration.ofMillis(Math.round(end * 1000)), true);
    }

    private static void add(Signal signal, Rows rows) {
        Optional<Variable> variable = CodeMap.standard().find("wfdb", List.of(new Code("", "", signal.name())));
        String name = variable.map(Variable::name).orElse(signal.name().isEmpty() ? "unnamed" : signal.name());
        String unit = Units.ucum(signal.unit());
        for (int i = 0; i < signal.samples().length; i++) {
            double sample = signal.samples()[i];
            OptionalDouble value = Double.isFinite(sample) ? OptionalDouble.of(sample) : OptionalDouble.empty();
            rows.add(Duration.ofMillis(Math.round(i * 1000 / signal.hertz())), new Value(name, value, unit));
        }
    }
}
