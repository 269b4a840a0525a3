package org.vigie.replay.export;

import static org.vigie.replay.export.ExportColumnType.TEXT;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.replay.export.ListedStays.ListedStay;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.signal.identify.StayAssignment;

/** Describes the table of stays: what is known of each for its whole length, generalised. Height and weight are left out. */
final class StayTable {
    static final String NAME = "stays";

    private final TopicCatalogue topics;
    private final ExportPseudonyms pseudonyms;
    private final AnonymityLevel anonymity;
    private final PartitionPeriod period;
    private final ListedStays listed = new ListedStays();

    StayTable(TopicCatalogue topics, ExportPseudonyms pseudonyms, AnonymityLevel anonymity, PartitionPeriod period) {
        this.topics = topics;
        this.pseudonyms = pseudonyms;
        this.anonymity = anonymity;
        this.period = period;
    }

    ExportTable<ExportedStay> table() {
        return new ExportTable<>(
                NAME,
                "One row for each stay of which a part lies in the period",
                columns(),
                List.of(new ExportColumn<>("patient", TEXT, "Pseudonym of the patient", ExportedStay::patient)),
                "stay",
                new ExportedRows<>(
                        List.of(new ExportedSource<>(topics.staysCurrent(), this::taken)), this::stays, List.of()));
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

    /** The facts of a stay are known when the newest list of each bed was read. */
    private Stream<ExportedStay> taken(BedStays bed) {
        listed.take(bed);
        return Stream.of();
    }

    private Stream<ExportedStay> stays() {
        return listed.all()
                .filter(stay -> stay.isIn(period))
                .map(ListedStay::last)
                .filter(stay -> !StayAssignment.isConflict(stay.getStay()))
                .map(stay -> ExportedStay.of(stay, anonymity));
    }
}
