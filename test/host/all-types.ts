// Every type the host knows, registered by loading its file.
import './ranges';
import './range-formats';
import './sheets';
import './charts';
import './sheet-parts';
import './notes';
import './storage';
import './workbook';
