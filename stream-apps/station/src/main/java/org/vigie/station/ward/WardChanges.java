package org.vigie.station.ward;

import java.util.List;
import org.vigie.station.alarm.AlertSnapshot;

/**
 * Holds what changed since the last call.
 *
 * @param layout true when beds came or went, or a patient with alarms changed the bed: every page needs the whole ward anew
 */
public record WardChanges(boolean layout, List<BedSnapshot> beds, List<AlertSnapshot> alerts) {}
