package org.vigie.station.read;

import java.time.InstantSource;
import org.vigie.station.health.BedWatchdog;
import org.vigie.station.ward.WardView;

/** Marks a ward as not watched while the station reads what its topics held at its start. */
public final class WardStart {
    private final WardView ward;
    private final BedWatchdog beds;
    private final InstantSource wall;

    private WardStart(WardView ward, BedWatchdog beds, InstantSource wall) {
        this.ward = ward;
        this.beds = beds;
        this.wall = wall;
    }

    /** Marks the ward. Nothing of it may be shown before. */
    public static WardStart begin(WardView ward, BedWatchdog beds, InstantSource wall) {
        ward.starts();
        beds.starts();
        return new WardStart(ward, beds, wall);
    }

    void finish() {
        beds.started(wall.instant());
        ward.started();
    }

    void readerFailed(boolean isFailing) {
        ward.readerFailed(isFailing);
    }
}
