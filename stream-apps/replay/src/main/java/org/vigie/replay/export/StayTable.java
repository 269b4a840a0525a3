package org.vigie.replay.export;

import static org.vigie.replay.export.ExportColumnType.TEXT;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Stay;
import org.vigie.schemas.bed.BedName;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.signal.identify.StayAssignment;

/** Describes the table of stays: what is known of each for its whole length, generalised. Height and weight are left out. */
final class StayTable {
    static final String NAME = "stays";

    private final TopicCatalogue topics;
    private final ExportPseudonyms pseudonyms;
    private final AnonymityLevel anonymity;
    /** Says since when each stay is on its last known bed: an earlier bed may be listed again later. */
    private final Map<String, Instant> onLastBed = new HashMap<>();

    StayTable(TopicCatalogue topics, ExportPseudonyms pseudonyms, AnonymityLevel anonymity) {
        this.topics = topics;
        this.pseudonyms = pseudonyms;
        this.anonymity = anonymity;
    }

    ExportTable<ExportedStay> table() {
        return new ExportTable<>(
                NAME,
                "One row for each stay that began, changed or ended in the period",
                columns(),
                List.of(new ExportColumn<>("patient", TEXT, "Pseudonym of the patient", ExportedStay::patient)),
                "stay",
                List.of(new ExportedSource<>(topics.staysCurrent(), this::stays)));
    }

    private List<ExportColumn<ExportedStay>> columns() {
        return List.of(
                new ExportColumn<>("stay", TEXT, "Pseudonym of the stay", row -> pseudonyms.stay(row.stay())),
                new ExportColumn<>("unit", TEXT, "Last unit of the stay", ExportedStay::unit),
                new ExportColumn<>("age_band", TEXT, "Age in years, as a band, or UNKNOWN", ExportedStay::ageBand),
                new ExportColumn<>("sex", TEXT, "FEMALE, MALE or UNKNOWN", ExportedStay::sex),
                new ExportColumn<>("unit_kind", TEXT, "Kind of the unit, or UNKNOWN", ExportedStay::unitKind),
                new ExportColumn<>(
                        "length_band",
                        TEXT,
                        "Whole days in intensive care, as a band, or PRESENT",
                        ExportedStay::lengthBand));
    }

    private Stream<ExportedStay> stays(BedStays bed) {
        return BedName.isCanary(bed.getBed())
                ? Stream.of()
                : bed.getStays().stream()
                        .filter(stay -> !StayAssignment.isConflict(stay.getStay()))
                        .filter(this::isLast)
                        .map(stay -> ExportedStay.of(stay, anonymity));
    }

    private boolean isLast(Stay stay) {
        Instant last =
                onLastBed.merge(stay.getStay(), stay.getFrom(), (one, other) -> one.isBefore(other) ? other : one);
        return !stay.getFrom().isBefore(last);
    }
}
