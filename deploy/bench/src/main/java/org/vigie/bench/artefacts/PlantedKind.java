package org.vigie.bench.artefacts;

import java.util.Locale;
import org.vigie.signal.clean.EntryMistake;
import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.RandomSeed;

/** Lists the kinds of planted artefacts, each with its planter and the recordings that can have it. */
enum PlantedKind {
    SPIKE,
    FLAT_LINE,
    DISCONNECTION,
    DRIFT,
    SWAPPED_SIGNALS,
    SWAPPED_PATIENTS,
    SATURATION,
    CLOCK,
    DECIMAL_SLIP,
    UNIT_ERROR;

    ArtefactPlanter planter() {
        return switch (this) {
            case SPIKE -> new SpikePlanter();
            case FLAT_LINE -> new FrozenValuePlanter();
            case DISCONNECTION -> new LostContactPlanter();
            case DRIFT -> new PressureDriftPlanter();
            case SWAPPED_SIGNALS -> new SwappedSignalPlanter();
            case SWAPPED_PATIENTS -> new SwappedPatientPlanter();
            case SATURATION -> new SensorLimitPlanter();
            case CLOCK -> new WrongClockPlanter();
            case DECIMAL_SLIP -> new ChartPlanter(EntryMistake.DECIMAL_SLIP);
            case UNIT_ERROR -> new ChartPlanter(EntryMistake.WRONG_UNIT);
        };
    }

    /** Returns true for a recording that can have this kind: entries by hand stand in charts, all other values come from monitors. */
    boolean occursIn(SignalGrid grid) {
        boolean entered = this == DECIMAL_SLIP || this == UNIT_ERROR;
        return grid.continuous() != entered;
    }

    /** Returns the name in JSON and in tables. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the seed of the artefacts in one recording. */
    RandomSeed seed(RandomSeed all, int recording) {
        return all.derive(key()).derive(recording);
    }
}
