/**
 * Reports alarms to an IHE alert manager as HL7 messages (IHE PCD ACM, transaction PCD-04). Which alarms are reported is decided in the
 * package channel.
 */
package org.vigie.notifications.ihe;
