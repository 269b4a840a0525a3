package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.note;
import static org.vigie.station.StationRecords.risk;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.AuditEvent;
import org.vigie.schemas.AuditOutcome;
import org.vigie.schemas.BedStays;
import org.vigie.signal.identify.StayAssignment;
import org.vigie.station.display.DisplayConfig;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.ward.WardViewConfig;
import org.vigie.testing.story.WardStory;

/** Tests what persons record about a stay on the page, and that an own estimate comes before the score. */
class StayNotePageIT extends PageInBrowser {
    private static final String TILE = "[data-bed='REA/01'] ";

    @Override
    WardViewConfig settings() {
        return WardViewConfig.of(StalenessConfig.defaults()).with(DisplayConfig.defaults());
    }

    @Test
    void aPhysicianSeesWhoLookedAtAPatientAndANurseIsNotOfferedIt() {
        // given
        hr(82);
        ward.take(AuditEvent.newBuilder()
                .setChain("station-1")
                .setSequence(1)
                .setAt(wall.instant())
                .setSource("station")
                .setActor("EF")
                .setRole("charge-nurse")
                .setOperation("READ_PATIENT")
                .setOutcome(AuditOutcome.PERMITTED)
                .setPatient("REA/01")
                .build());
        page.click("[data-bed='REA/01'] .bed-name");
        PlaywrightAssertions.assertThat(page.locator(".accesses")).isHidden();
        page.keyboard().press("Escape");

        // when
        takeScreen("CD");
        page.click("[data-bed='REA/01'] .bed-name");
        page.click(".accesses summary");

        // then
        contains(".accesses li", "EF (Cadre de santé)");
        assertNoBarrier("who looked");
    }

    @Test
    void aLimitationOfTreatmentIsRecordedAndStandsOnTheTileAndTheHandoverSheet() {
        // given
        openNotes("physician");

        // when
        page.selectOption("#note-limitation", "LIMITATION");
        page.fill("#note-limitation-reason", "pas de dialyse");
        page.click("#bed-dialog .notes form:has(#note-limitation) button");

        // then
        contains("#bed-dialog .order-answer", "Fait.");
        assertThat(orders.forms()).singleElement().satisfies(form -> {
            assertThat(form.kind()).isEqualTo("SET_TREATMENT_LIMITATION");
            assertThat(form.stay()).isEqualTo("s1");
            assertThat(form.reason()).isEqualTo("pas de dialyse");
            assertThat(form.arguments()).isEqualTo(Map.of("limitation", "LIMITATION"));
        });

        // when: the ledger has it
        record(AlertStateRecord.TREATMENT_LIMITATION_SET, Map.of("limitation", "LIMITATION"));

        // then
        contains("#bed-dialog .notes li", "LATA : limitation de traitement : motif · par CD");
        contains("#bed-dialog .person", "LATA limitation de traitement : motif");
        assertNoBarrier("the notes of a stay");
        page.keyboard().press("Escape");
        shows(TILE + ".lata", "LATA");
        page.navigate(pages.address() + "handover.html?lang=en");
        contains("#sheet [data-bed='REA/01']", "TLD: limitation of treatment");
    }

    @Test
    void aLimitationThatWasWithdrawnLeavesTheTile() {
        // given
        hr(82);
        record(AlertStateRecord.TREATMENT_LIMITATION_SET, Map.of("limitation", "WITHDRAWAL"));
        shows(TILE + ".lata", "LATA");

        // when
        record(AlertStateRecord.TREATMENT_LIMITATION_SET, Map.of("limitation", "NONE"));

        // then
        PlaywrightAssertions.assertThat(page.locator(TILE + ".lata")).isHidden();
    }

    @Test
    void aChildIsMarkedOnTheTileAndTheBedsPageSaysThatAdultLimitsJudgeIt() {
        // given
        hr(82);

        // when
        ward.take(aged(9.4));

        // then
        shows(TILE + ".patient-doubt", "ENFANT");
        page.click("[data-bed='REA/01'] .bed-name");
        contains("#bed-dialog .person", "Enfant, 9,4 ans : alarmes, triage et scores jugés par des limites d’adulte");
        assertNoBarrier("a child's bed");
        page.navigate(pages.address() + "handover.html?lang=en");
        contains("#sheet [data-bed='REA/01']", "Child, 9.4 y: alarms, triage and scores are judged by adult limits");
    }

    @Test
    void aBedToWhichSeveralPatientsAreAdmittedSaysSoOnEachView() {
        // given
        Instant since = wall.instant().minusSeconds(120);
        String several = StayAssignment.CONFLICT + "1";

        // when
        ward.take(new BedStays("REA/01", List.of(StationRecords.stay("REA/01", several, since, null))));
        ward.take(new WardStory()
                .bed("REA/01", several)
                .at(wall.instant())
                .kept("hr", 82)
                .clean());

        // then
        shows(TILE + ".patient-doubt", "PATIENT ?");
        shows(TILE + ".who", "plusieurs patients admis");
        PlaywrightAssertions.assertThat(page.locator("body")).not().containsText(several);
        page.click("[data-bed='REA/01'] .bed-name");
        contains("#bed-dialog .person", "Plusieurs patients sont admis dans ce lit depuis");
        PlaywrightAssertions.assertThat(page.locator("#bed-dialog .person"))
                .not()
                .containsText(several);
        assertNoBarrier("a bed with several patients");
        page.keyboard().press("Escape");
        page.click("#open-quality");
        contains(".bed-checks tr:has-text('plusieurs patients admis')", "REA/01");
        assertNoBarrier("beds to check");
        page.navigate(pages.address() + "handover.html?lang=en");
        contains("#sheet [data-bed='REA/01']", "Several patients have been admitted to this bed since");
    }

    private BedStays aged(double age) {
        BedStays stays = admitted("REA/01", "s1", wall.instant().minusSeconds(3600));
        stays.getStays().get(0).setAge(age);
        return stays;
    }

    @Test
    void theNurseInChargeIsAssignedAndStandsOnTheTileUntilTheTransfer() {
        // given
        openNotes("charge-nurse");

        // when
        page.fill("#note-nurse", "CD");
        page.click("#bed-dialog .notes form:has(#note-nurse) button");

        // then
        contains("#bed-dialog .order-answer", "Fait.");
        assertThat(orders.forms().get(0).kind()).isEqualTo("ASSIGN_NURSE");
        assertThat(orders.forms().get(0).arguments()).isEqualTo(Map.of("nurse", "CD"));

        // when
        record(AlertStateRecord.NURSE_ASSIGNED, Map.of("nurse", "CD"));

        // then
        contains("#bed-dialog .notes li", "CD · par ");
        contains("#bed-dialog .person", "Soignant référent : CD");
        page.keyboard().press("Escape");
        contains(TILE + ".who", "IDE CD");

        // when: the patient lies in another bed
        ward.take(new BedStays("REA/01", List.of()));
        ward.take(admitted("REA/02", "s1", wall.instant().minusSeconds(1)));

        // then
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/02'] .who"))
                .not()
                .containsText("IDE CD");
    }

    @Test
    void aPhysicianSetsScale2OfNews2OnThePage() {
        // given
        openNotes("physician");

        // when
        page.fill("#note-scale-reason", "BPCO");
        page.click("#bed-dialog .notes form:has(#note-scale) button");

        // then
        contains("#bed-dialog .order-answer", "Fait.");
        assertThat(orders.forms().get(0).kind()).isEqualTo("SET_NEWS2_SCALE");
        assertThat(orders.forms().get(0).arguments()).isEqualTo(Map.of("scale", "2"));
    }

    @Test
    void theScoreIsShownOnlyAfterAnOwnEstimateThatIsRecorded() {
        // given
        movable.stop();
        hr(82);
        ward.take(risk("REA/01", "s1", 0.31, 0.3, wall.instant()));
        as("physician");
        page.click(TILE + ".bed-name");
        contains("#bed-dialog .bed-facts", "Risque de décès à l’hôpital : -- · après votre propre estimation");
        PlaywrightAssertions.assertThat(page.locator("#bed-dialog")).not().containsText("31 %");
        assertNoBarrier("the form of an estimate");

        // when
        page.fill("#estimate-percent", "20");
        page.click("#bed-dialog .estimate button");

        // then
        contains("#bed-dialog .order-answer", "Fait.");
        assertThat(orders.forms()).singleElement().satisfies(form -> {
            assertThat(form.kind()).isEqualTo("RECORD_ESTIMATE");
            assertThat(form.arguments()).isEqualTo(Map.of("percent", "20"));
        });

        // when
        record(AlertStateRecord.ESTIMATE_RECORDED, Map.of("percent", "20"));

        // then
        contains("#bed-dialog .bed-facts", "Risque de décès à l’hôpital : 31 %");
        contains("#bed-dialog .bed-facts", "votre estimation : 20 % à");
        PlaywrightAssertions.assertThat(page.locator("#bed-dialog .estimate")).isHidden();
    }

    private void openNotes(String role) {
        hr(82);
        as(role);
        page.click(TILE + ".bed-name");
        page.click("#bed-dialog .notes summary");
    }

    private void as(String role) {
        switch (role) {
            case "physician" -> takeScreen("CD");
            case "charge-nurse" -> takeScreen("EF");
            default -> shows("#user", "AB · Infirmier·ère");
        }
    }

    private void record(AlertStateRecord state, Map<String, String> arguments) {
        Alert entry = note("REA/01", "s1", state, arguments, wall.instant());
        entry.getCommand().setBy(page.textContent("#user").split(" ", 2)[0]);
        ward.takeEntry(entry);
    }
}
