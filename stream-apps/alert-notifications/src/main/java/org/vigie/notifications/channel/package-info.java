/**
 * Decides the form of an alarm for each receiver: Alertmanager, a signed webhook, mail.
 * A channel sends one alarm at a time and says what the answer of its receiver proves. It repeats nothing.
 */
package org.vigie.notifications.channel;
