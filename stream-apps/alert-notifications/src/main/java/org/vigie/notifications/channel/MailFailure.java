package org.vigie.notifications.channel;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.vigie.notifications.channel.NotificationChannel.DeliveryFailedException;
import org.vigie.notifications.channel.NotificationChannel.DeliveryRefusedException;

/**
 * Tells what the answers of a mail server mean when it did not accept a mail for every recipient.
 *
 * <p>By RFC 5321 a code from 500 is permanent: the same mail is never accepted. Below, a later try may succeed.
 */
record MailFailure(SendFailedException failure) {
    private static final int PERMANENT = 500;
    private static final int CLOSING = 421;

    /**
     * Returns the receipt when somebody has the mail.
     *
     * @throws DeliveryRefusedException when nobody has it and no later try will succeed
     * @throws DeliveryFailedException when nobody has it yet
     */
    DeliveryReceipt receipt() throws DeliveryFailedException, DeliveryRefusedException {
        Address[] sent = failure.getValidSentAddresses();
        if (sent != null && sent.length > 0) {
            return DeliveryReceipt.sentWithout(missed());
        }
        String why = "mail is not accepted: "
                + Stream.of(oneLine(failure.getMessage()), missed())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
        if (isPermanent()) {
            throw new DeliveryRefusedException(why, failure);
        }
        throw isNotReady() ? new DeliveryFailedException(why, failure) : DeliveryFailedException.answered(why, failure);
    }

    /** Returns true when the server closes, so that it accepts no other mail either. */
    private boolean isNotReady() {
        return failure instanceof SMTPSendFailedException refused
                && (refused.getReturnCode() == CLOSING || refused.getReturnCode() < 0);
    }

    private boolean isPermanent() {
        if (failure instanceof SMTPSendFailedException refused) {
            return refused.getReturnCode() >= PERMANENT;
        }
        List<SMTPAddressFailedException> addresses = addresses().toList();
        return !addresses.isEmpty() && addresses.stream().allMatch(each -> each.getReturnCode() >= PERMANENT);
    }

    /** Returns each recipient that was not accepted, with the server's answer. */
    private String missed() {
        return addresses()
                .map(each -> each.getAddress() + ": " + oneLine(each.getMessage()))
                .collect(Collectors.joining("; "));
    }

    private Stream<SMTPAddressFailedException> addresses() {
        return Stream.<Exception>iterate(failure, Objects::nonNull, MailFailure::next)
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(SMTPAddressFailedException.class::cast);
    }

    private static Exception next(Exception each) {
        return each instanceof MessagingException mail ? mail.getNextException() : null;
    }

    private static String oneLine(String answer) {
        return String.valueOf(answer).replaceAll("\\s+", " ").strip();
    }
}
