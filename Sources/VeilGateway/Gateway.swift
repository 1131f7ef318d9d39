import AsyncHTTPClient
import Crypto
import Hummingbird
import Logging
import Metrics
import NIOCore
import ServiceLifecycle
import UnixSignals
