//! The first half of an answer, after which the connection is closed.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::body::{Body, Bytes, Frame};

/// A body that ends before the announced length, which makes hyper close the connection.
pub struct HalfBody {
    half: Option<Bytes>,
    sent: bool,
}

impl HalfBody {
    pub fn of(whole: &Bytes) -> Self {
        Self { half: Some(whole.slice(..whole.len() / 2)), sent: false }
    }
}

impl Body for HalfBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if let Some(half) = self.half.take() {
            return Poll::Ready(Some(Ok(Frame::data(half))));
        }
        if self.sent {
            return Poll::Ready(None);
        }
        // hyper writes what it has while a body makes it wait; at an early end it would throw the half away.
        self.sent = true;
        context.waker().wake_by_ref();
        Poll::Pending
    }
}
