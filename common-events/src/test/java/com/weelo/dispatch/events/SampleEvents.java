package com.weelo.dispatch.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One realistic sample of every event type: a morning of haulage in Bengaluru. */
final class SampleEvents {

  private static final UserId ASHA = new UserId("customer-asha");
  private static final BookingId THE_BOOKING = new BookingId("booking-4711");
  private static final OrderId THE_ORDER = new OrderId("order-12");
  private static final AssignmentId THE_ASSIGNMENT = new AssignmentId("assignment-99");
  private static final HoldId THE_HOLD = new HoldId("hold-7");
  private static final NotificationId THE_NOTIFICATION = new NotificationId("notification-31");

  private static final TransporterId SHARMA = new TransporterId("transporter-sharma");
  private static final TransporterId KAVERI = new TransporterId("transporter-kaveri");
  private static final TransporterId RAVI_HIMSELF = new TransporterId("driver-ravi");
  private static final DriverId MANOJ = new DriverId("driver-manoj");
  private static final DriverId LAKSHMI = new DriverId("driver-lakshmi");
  private static final DriverId RAVI = new DriverId("driver-ravi");
  private static final VehicleId KA_01 = new VehicleId("vehicle-KA01AB1234");
  private static final VehicleId KA_05 = new VehicleId("vehicle-KA05CD5678");
  private static final TruckRequestId THE_THIRD_TRUCK = new TruckRequestId("truck-request-3");

  private static final VehicleType TRUCK_14FT = new VehicleType("TRUCK_14FT");
  private static final VehicleType CONTAINER = new VehicleType("CONTAINER_20FT");
  private static final Place MARKET = new Place(12.96181, 77.57655, "ಕೆ.ಆರ್. ಮಾರುಕಟ್ಟೆ, Bengaluru");
  private static final Place FACTORY = new Place(12.84522, 77.66017, "Electronic City Phase 1");
  private static final Place ROADSIDE = new Place(13.0358, 77.597, null);

  private SampleEvents() {}

  static BookingEvent.Created bookingCreated() {
    return new BookingEvent.Created(
        THE_BOOKING,
        ASHA,
        TRUCK_14FT,
        MARKET,
        FACTORY,
        rupees(5_000),
        "40 boxes of floor tiles",
        at("09:01:00"),
        1,
        List.of(
            new Offer(SHARMA, MANOJ, 420),
            new Offer(RAVI_HIMSELF, RAVI, 980),
            new Offer(KAVERI, LAKSHMI, 1_730)));
  }

  static BookingEvent.Rebroadcast bookingRebroadcast() {
    return new BookingEvent.Rebroadcast(
        THE_BOOKING,
        ASHA,
        TRUCK_14FT,
        MARKET,
        ROADSIDE,
        rupees(5_000),
        at("09:01:00"),
        2,
        List.of(new Offer(KAVERI, LAKSHMI, 3_260)));
  }

  static BookingEvent.Accepted bookingAccepted() {
    return new BookingEvent.Accepted(
        THE_BOOKING,
        ASHA,
        SHARMA,
        MANOJ,
        TRUCK_14FT,
        MARKET,
        FACTORY,
        rupees(5_000),
        at("09:00:04.120"),
        List.of(RAVI_HIMSELF, KAVERI));
  }

  static BookingEvent.Expired bookingExpired() {
    return new BookingEvent.Expired(
        THE_BOOKING, ASHA, TRUCK_14FT, ROADSIDE, at("09:01:00"), List.of(SHARMA, KAVERI));
  }

  static BookingEvent.Cancelled bookingCancelled() {
    return new BookingEvent.Cancelled(
        THE_BOOKING,
        ASHA,
        SHARMA,
        TRUCK_14FT,
        "customer",
        "goods not ready",
        at("09:07:30"),
        List.of());
  }

  static BookingEvent.Completed bookingCompleted() {
    return new BookingEvent.Completed(
        THE_BOOKING, ASHA, SHARMA, MANOJ, TRUCK_14FT, rupees(5_000), at("11:42:10"));
  }

  static OrderEvent.Created orderCreated() {
    return new OrderEvent.Created(
        THE_ORDER,
        ASHA,
        MARKET,
        FACTORY,
        List.of(
            new VehicleRequirement(TRUCK_14FT, null, 8, rupees(5_000)),
            new VehicleRequirement(CONTAINER, "refrigerated", 4, rupees(11_500))),
        FillPolicy.AT_LEAST,
        10,
        at("09:15:00"));
  }

  static OrderEvent.StatusChanged orderStatusChanged() {
    return new OrderEvent.StatusChanged(
        THE_ORDER,
        ASHA,
        "partially_filled",
        "expired",
        List.of(new FillState(TRUCK_14FT, 8, 2, 5), new FillState(CONTAINER, 4, 0, 4)),
        at("09:06:12.500"),
        List.of(SHARMA),
        "system",
        "not enough trucks");
  }

  static OrderEvent.Cancelled orderCancelled() {
    return new OrderEvent.Cancelled(THE_ORDER, ASHA, "ops", "minimum not met", at("09:15:00"));
  }

  static OrderEvent.Completed orderCompleted() {
    return new OrderEvent.Completed(THE_ORDER, ASHA, at("16:20:00"));
  }

  static TruckRequestEvent.Broadcast truckRequestBroadcast() {
    return new TruckRequestEvent.Broadcast(
        THE_ORDER,
        ASHA,
        CONTAINER,
        "refrigerated",
        4,
        MARKET,
        FACTORY,
        rupees(11_500),
        at("09:15:00"),
        1,
        List.of(new Offer(KAVERI, LAKSHMI, 610), new Offer(SHARMA, MANOJ, 2_040)));
  }

  static TruckRequestEvent.Accepted truckRequestAccepted() {
    return new TruckRequestEvent.Accepted(
        THE_ORDER, ASHA, THE_THIRD_TRUCK, CONTAINER, KAVERI, KA_05, LAKSHMI, at("09:02:41"));
  }

  static TruckRequestEvent.Filled truckRequestFilled() {
    return new TruckRequestEvent.Filled(THE_ORDER, ASHA, CONTAINER, 4, List.of(SHARMA));
  }

  static TruckRequestEvent.HoldReserved truckHoldReserved() {
    return new TruckRequestEvent.HoldReserved(
        THE_ORDER, THE_HOLD, KAVERI, CONTAINER, List.of(KA_01, KA_05), at("09:02:15"));
  }

  static TruckRequestEvent.HoldReleased truckHoldReleased() {
    return new TruckRequestEvent.HoldReleased(THE_ORDER, THE_HOLD, KAVERI, CONTAINER, 2, "expired");
  }

  static AssignmentEvent.Created assignmentCreated() {
    return assignmentCreatedFor(THE_BOOKING, null);
  }

  static AssignmentEvent.Created assignmentCreatedFor(
      @Nullable BookingId booking, @Nullable OrderId order) {
    return new AssignmentEvent.Created(
        THE_ASSIGNMENT,
        booking,
        order,
        null,
        ASHA,
        SHARMA,
        KA_01,
        TRUCK_14FT,
        MANOJ,
        TripStatus.ASSIGNED,
        at("09:03:00"));
  }

  static AssignmentEvent.Updated assignmentUpdated() {
    return assignmentUpdatedFor(null, THE_ORDER);
  }

  static AssignmentEvent.Updated assignmentUpdatedFor(
      @Nullable BookingId booking, @Nullable OrderId order) {
    return new AssignmentEvent.Updated(
        THE_ASSIGNMENT,
        booking,
        order,
        THE_THIRD_TRUCK,
        ASHA,
        KAVERI,
        KA_05,
        CONTAINER,
        LAKSHMI,
        TripStatus.EN_ROUTE,
        TripStatus.ARRIVED,
        at("09:31:47"));
  }

  static PaymentEvent.Completed paymentCompleted() {
    return paymentCompletedFor(THE_BOOKING, null);
  }

  static PaymentEvent.Completed paymentCompletedFor(
      @Nullable BookingId booking, @Nullable OrderId order) {
    return new PaymentEvent.Completed(
        new PaymentId("payment-8"), booking, order, ASHA, rupees(5_000), "upi", at("11:45:00"));
  }

  static LocationEvent.Updated locationUpdated() {
    return new LocationEvent.Updated(
        MANOJ,
        SHARMA,
        new GpsFix(12.96423, 77.58012, 31.5, 184.0, 6.0, at("09:00:00"), 20_417L, TRUCK_14FT));
  }

  static LocationEvent.Batch locationBatch() {
    return new LocationEvent.Batch(
        MANOJ,
        SHARMA,
        List.of(
            new GpsFix(12.96423, 77.58012, 31.5, 184.0, 6.0, at("08:59:55"), 20_416L, TRUCK_14FT),
            new GpsFix(12.96391, 77.58009, null, null, null, at("09:00:00"), null, null)));
  }

  static NotificationEvent.Fcm notificationFcm() {
    return new NotificationEvent.Fcm(
        THE_NOTIFICATION,
        SHARMA.asUser(),
        "offer",
        true,
        "New booking, 420 m away",
        "14 ft truck to Electronic City for ₹5,000",
        Map.of("bookingId", "booking-4711", "wave", "1"),
        "booking-4711",
        at("09:01:00"),
        1L,
        "A booking near you: 14 ft truck");
  }

  static NotificationEvent.Sms notificationSms() {
    return new NotificationEvent.Sms(
        THE_NOTIFICATION, ASHA, "booking", "Your truck is on its way", at("09:30:00"));
  }

  static NotificationEvent.Email notificationEmail() {
    return new NotificationEvent.Email(
        THE_NOTIFICATION, ASHA, "receipt", "Your receipt", "You paid ₹5,000 by UPI.", null);
  }

  static NotificationEvent.Delivery notificationDelivery() {
    return new NotificationEvent.Delivery(
        THE_NOTIFICATION,
        SHARMA.asUser(),
        "fcm",
        "offer",
        "failed",
        "UNREGISTERED",
        2,
        at("09:00:01.730"),
        new NotificationEvent.InApp("A title", "A body", Map.of("bookingId", "booking-4711")));
  }

  static AnalyticsEvent.Recorded analyticsEvent() {
    return new AnalyticsEvent.Recorded(
        "customer-asha",
        "search.performed",
        ASHA,
        Map.of("vehicleType", "TRUCK_14FT", "nearbyCount", "7"),
        at("08:59:40"));
  }

  static AuditEvent.Logged auditLog() {
    return new AuditEvent.Logged(
        "booking-4711",
        new UserId("ops-vikram"),
        "decisions.viewed",
        Map.of("reason", "customer asked"),
        at("10:15:00"));
  }

  private static Money rupees(long rupees) {
    return new Money(rupees * 100, "INR");
  }

  private static Instant at(String time) {
    return Instant.parse("2026-03-02T" + time + "Z");
  }
}
