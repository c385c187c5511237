import add from '@material-symbols/svg-400/outlined/add.svg';
import addAPhoto from '@material-symbols/svg-400/outlined/add_a_photo.svg';
import arrowBack from '@material-symbols/svg-400/outlined/arrow_back.svg';
import arrowUpward from '@material-symbols/svg-400/outlined/arrow_upward.svg';
import barcodeScanner from '@material-symbols/svg-400/outlined/barcode_scanner.svg';
import barChart from '@material-symbols/svg-400/outlined/bar_chart.svg';
import balance from '@material-symbols/svg-400/outlined/balance.svg';
import block from '@material-symbols/svg-400/outlined/block.svg';
import bolt from '@material-symbols/svg-400/outlined/bolt.svg';
import cast from '@material-symbols/svg-400/outlined/cast.svg';
import chat from '@material-symbols/svg-400/outlined/chat.svg';
import check from '@material-symbols/svg-400/outlined/check.svg';
import checkCircle from '@material-symbols/svg-400/outlined/check_circle.svg';
import chevronRight from '@material-symbols/svg-400/outlined/chevron_right.svg';
import circle from '@material-symbols/svg-400/outlined/circle.svg';
import close from '@material-symbols/svg-400/outlined/close.svg';
import cloudOff from '@material-symbols/svg-400/outlined/cloud_off.svg';
import contentCopy from '@material-symbols/svg-400/outlined/content_copy.svg';
import contentPaste from '@material-symbols/svg-400/outlined/content_paste.svg';
import contrast from '@material-symbols/svg-400/outlined/contrast.svg';
import computer from '@material-symbols/svg-400/outlined/computer.svg';
import darkMode from '@material-symbols/svg-400/outlined/dark_mode.svg';
import bin from '@material-symbols/svg-400/outlined/delete.svg';
import doNotDisturbOn from '@material-symbols/svg-400/outlined/do_not_disturb_on.svg';
import download from '@material-symbols/svg-400/outlined/download.svg';
import dragIndicator from '@material-symbols/svg-400/outlined/drag_indicator.svg';
import edit from '@material-symbols/svg-400/outlined/edit.svg';
import editNote from '@material-symbols/svg-400/outlined/edit_note.svg';
import editorChoice from '@material-symbols/svg-400/outlined/editor_choice.svg';
import error from '@material-symbols/svg-400/outlined/error.svg';
import flag from '@material-symbols/svg-400/outlined/flag.svg';
import group from '@material-symbols/svg-400/outlined/group.svg';
import help from '@material-symbols/svg-400/outlined/help.svg';
import history from '@material-symbols/svg-400/outlined/history.svg';
import home from '@material-symbols/svg-400/outlined/home.svg';
import hourglassEmpty from '@material-symbols/svg-400/outlined/hourglass_empty.svg';
import hub from '@material-symbols/svg-400/outlined/hub.svg';
import inventory2 from '@material-symbols/svg-400/outlined/inventory_2.svg';
import keyboard from '@material-symbols/svg-400/outlined/keyboard.svg';
import keyboardArrowDown from '@material-symbols/svg-400/outlined/keyboard_arrow_down.svg';
import lightMode from '@material-symbols/svg-400/outlined/light_mode.svg';
import liveTv from '@material-symbols/svg-400/outlined/live_tv.svg';
import localShipping from '@material-symbols/svg-400/outlined/local_shipping.svg';
import logout from '@material-symbols/svg-400/outlined/logout.svg';
import mic from '@material-symbols/svg-400/outlined/mic.svg';
import moreVert from '@material-symbols/svg-400/outlined/more_vert.svg';
import notifications from '@material-symbols/svg-400/outlined/notifications.svg';
import pause from '@material-symbols/svg-400/outlined/pause.svg';
import person from '@material-symbols/svg-400/outlined/person.svg';
import personRemove from '@material-symbols/svg-400/outlined/person_remove.svg';
import photoCamera from '@material-symbols/svg-400/outlined/photo_camera.svg';
import playArrow from '@material-symbols/svg-400/outlined/play_arrow.svg';
import playCircle from '@material-symbols/svg-400/outlined/play_circle.svg';
import print from '@material-symbols/svg-400/outlined/print.svg';
import priorityHigh from '@material-symbols/svg-400/outlined/priority_high.svg';
import replay from '@material-symbols/svg-400/outlined/replay.svg';
import rocketLaunch from '@material-symbols/svg-400/outlined/rocket_launch.svg';
import receiptLong from '@material-symbols/svg-400/outlined/receipt_long.svg';
import schedule from '@material-symbols/svg-400/outlined/schedule.svg';
import science from '@material-symbols/svg-400/outlined/science.svg';
import search from '@material-symbols/svg-400/outlined/search.svg';
import searchOff from '@material-symbols/svg-400/outlined/search_off.svg';
import mobile from '@material-symbols/svg-400/outlined/mobile.svg';
import send from '@material-symbols/svg-400/outlined/send.svg';
import sell from '@material-symbols/svg-400/outlined/sell.svg';
import shoppingBag from '@material-symbols/svg-400/outlined/shopping_bag.svg';
import settings from '@material-symbols/svg-400/outlined/settings.svg';
import stopCircle from '@material-symbols/svg-400/outlined/stop_circle.svg';
import sync from '@material-symbols/svg-400/outlined/sync.svg';
import timer from '@material-symbols/svg-400/outlined/timer.svg';
import tv from '@material-symbols/svg-400/outlined/tv.svg';
import undo from '@material-symbols/svg-400/outlined/undo.svg';
import upgrade from '@material-symbols/svg-400/outlined/upgrade.svg';
import uploadFile from '@material-symbols/svg-400/outlined/upload_file.svg';
import visibility from '@material-symbols/svg-400/outlined/visibility.svg';
import visibilityOff from '@material-symbols/svg-400/outlined/visibility_off.svg';
import volumeOff from '@material-symbols/svg-400/outlined/volume_off.svg';
import volumeUp from '@material-symbols/svg-400/outlined/volume_up.svg';
import warning from '@material-symbols/svg-400/outlined/warning.svg';
import wifi from '@material-symbols/svg-400/outlined/wifi.svg';

/** Every console icon, by its Material Symbols name. The build contains only these icons. */
export const ICONS = {
  add,
  add_a_photo: addAPhoto,
  barcode_scanner: barcodeScanner,
  arrow_back: arrowBack,
  arrow_upward: arrowUpward,
  block,
  cast,
  chat,
  check,
  check_circle: checkCircle,
  chevron_right: chevronRight,
  circle,
  close,
  computer,
  cloud_off: cloudOff,
  content_copy: contentCopy,
  content_paste: contentPaste,
  contrast,
  dark_mode: darkMode,
  delete: bin,
  do_not_disturb_on: doNotDisturbOn,
  edit,
  editor_choice: editorChoice,
  error,
  group,
  help,
  history,
  home,
  hourglass_empty: hourglassEmpty,
  hub,
  inventory_2: inventory2,
  keyboard_arrow_down: keyboardArrowDown,
  light_mode: lightMode,
  live_tv: liveTv,
  local_shipping: localShipping,
  logout,
  mic,
  more_vert: moreVert,
  notifications,
  pause,
  person_remove: personRemove,
  photo_camera: photoCamera,
  play_arrow: playArrow,
  priority_high: priorityHigh,
  rocket_launch: rocketLaunch,
  science,
  search,
  search_off: searchOff,
  receipt_long: receiptLong,
  sell,
  send,
  shopping_bag: shoppingBag,
  settings,
  mobile,
  stop_circle: stopCircle,
  sync,
  timer,
  undo,
  upgrade,
  visibility,
  visibility_off: visibilityOff,
  warning,
  wifi,
  balance,
  bolt,
  drag_indicator: dragIndicator,
  flag,
  keyboard,
  person,
  play_circle: playCircle,
  replay,
  tv,
  upload_file: uploadFile,
  volume_off: volumeOff,
  volume_up: volumeUp,
  edit_note: editNote,
  schedule,
  bar_chart: barChart,
  download,
  print,
} as const;

export type IconName = keyof typeof ICONS;
