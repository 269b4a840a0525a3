package org.vigie.station.ward;

import java.util.List;
import org.vigie.station.access.BedAccessSnapshot;

/**
 * Shows who looked at the patient in a bed. Looks of more than seven days ago, and more than 100 of a bed, are in the audit trail only.
 *
 * @param looks since the admission of the patient, the newest first
 */
public record BedAccessesSnapshot(String bed, String stay, List<BedAccessSnapshot> looks) {}
