package org.vigie.risk.window;

import static org.vigie.signal.window.HourlyGrid.HOURS;
import static org.vigie.signal.window.HourlyGrid.SERIES;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.records.EnumMappings;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.Origin;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.schemas.Window;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.impute.FilledWindow;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;

/** Fills the window of a stay that ends with its newest reading and records what was sent. */
final class StayWindowBuilder {
    private static final List<String> SERIES_NAMES =
            VariableCatalogue.standard().series().stream().map(Variable::name).toList();

    private StayWindowBuilder() {}

    /** Returns the window; empty when the model's input and the last hour are the same as in the last window. */
    static Optional<Window> of(String stay, StayState state, WindowImputer windows) {
        HourlyGrid grid = new StayHourAssigner(state).grid();
        FilledWindow filled = windows.filled(grid, grid.lastHour());
        Window window = record(stay, state, filled);
        window.setRecipe(windows.recipe().windowDigest());
        window.setDigest(ScoreRequestMapper.digest(ScoreRequestMapper.request(window)));
        state.changed = false;
        if (window.getDigest().equals(state.sentDigest) && window.getLastHour() == state.sentHour) {
            return Optional.empty();
        }
        Map<Integer, Long> rows = rows(filled);
        window.setChangedHours(changed(filled, rows, state.sentRows));
        state.revision++;
        state.sentDigest = window.getDigest();
        state.sentHour = window.getLastHour();
        state.sentRows = rows;
        return Optional.of(window);
    }

    private static Window record(String stay, StayState state, FilledWindow filled) {
        Window window = new Window();
        window.setStay(stay);
        window.setBed(state.bed);
        window.setAdmittedAt(Instant.ofEpochMilli(state.admittedAt));
        window.setEnd(Instant.ofEpochMilli(state.newest));
        window.setLastHour(filled.lastHour());
        window.setSeries(SERIES_NAMES);
        window.setValues(list(filled.values()));
        window.setKinds(Arrays.stream(filled.cells())
                .map(EnumMappings.CELL_ORIGIN::toRecord)
                .toList());
        window.setAges(list(filled.ages()));
        window.setRevision(state.revision);
        window.setNewest(Origin.newBuilder(state.lastOrigin).setIndex(-1).build());
        describe(window, state);
        return window;
    }

    private static void describe(Window window, StayState state) {
        window.setSex(state.stay == null ? AdministrativeSexRecord.UNKNOWN : state.stay.getSex());
        window.setUnitKind(state.stay == null ? UnitTypeRecord.UNKNOWN : state.stay.getUnitKind());
        if (state.stay != null) {
            window.setAge(state.stay.getAge());
            window.setHeightCm(state.stay.getHeightCm());
            window.setWeightKg(state.stay.getWeightKg());
        }
    }

    private static List<Integer> changed(FilledWindow filled, Map<Integer, Long> rows, Map<Integer, Long> sent) {
        List<Integer> changed = new ArrayList<>();
        for (int row = HOURS - filled.hoursSeen(); row < HOURS; row++) {
            int hour = filled.hour(row);
            if (!rows.get(hour).equals(sent.get(hour))) {
                changed.add(row);
            }
        }
        return changed;
    }

    /** Returns a hash of each row since admission, by hour of the stay. */
    private static Map<Integer, Long> rows(FilledWindow filled) {
        Map<Integer, Long> rows = new HashMap<>();
        for (int row = HOURS - filled.hoursSeen(); row < HOURS; row++) {
            rows.put(filled.hour(row), hash(filled, row));
        }
        return rows;
    }

    private static long hash(FilledWindow filled, int row) {
        long hash = 1;
        for (int cell = row * SERIES; cell < (row + 1) * SERIES; cell++) {
            hash = mix(hash, Float.floatToIntBits(filled.values()[cell]));
            hash = mix(hash, filled.cells()[cell].name().hashCode());
            hash = mix(hash, Float.floatToIntBits(filled.ages()[cell]));
        }
        return hash;
    }

    private static long mix(long hash, int bits) {
        return Long.rotateLeft((hash ^ bits) * 0x9E3779B97F4A7C15L, 31);
    }

    private static List<Float> list(float[] numbers) {
        List<Float> list = new ArrayList<>(numbers.length);
        for (float number : numbers) {
            list.add(number);
        }
        return list;
    }
}
